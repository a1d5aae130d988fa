/** Alerts as people read them. */
@NullMarked
package io.dorsal.notification.reading;

import org.jspecify.annotations.NullMarked;
