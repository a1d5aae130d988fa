/** Wires the failing open. */
@NullMarked
package io.dorsal.notification.failopen.config;

import org.jspecify.annotations.NullMarked;
