/** The patient references that on-call staff need, kept until they are erased. */
@NullMarked
package io.dorsal.notification.patient;

import org.jspecify.annotations.NullMarked;
