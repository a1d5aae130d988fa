/** Wiring. */
@NullMarked
package io.dorsal.notification.state.config;

import org.jspecify.annotations.NullMarked;
