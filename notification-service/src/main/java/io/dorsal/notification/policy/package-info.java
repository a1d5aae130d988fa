/** Whom an alert is for, in which order, and how long each has to answer. */
@NullMarked
package io.dorsal.notification.policy;

import org.jspecify.annotations.NullMarked;
