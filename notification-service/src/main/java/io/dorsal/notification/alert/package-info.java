/** Alerts as a pure state machine: what raises one, what changes it, and what never does. */
@NullMarked
package io.dorsal.notification.alert;

import org.jspecify.annotations.NullMarked;
