/** What this service measures. */
@NullMarked
package io.dorsal.notification.observing;

import org.jspecify.annotations.NullMarked;
