/** Alerts on-call staff of emergencies until somebody acknowledges. */
@NullMarked
package io.dorsal.notification;

import org.jspecify.annotations.NullMarked;
