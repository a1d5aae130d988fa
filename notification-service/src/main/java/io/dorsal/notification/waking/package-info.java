/** Wakes threads that look for work, so that they need not look often. */
@NullMarked
package io.dorsal.notification.waking;

import org.jspecify.annotations.NullMarked;
