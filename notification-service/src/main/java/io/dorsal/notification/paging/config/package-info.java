/** Wires the raising of alerts and the clock of their steps. */
@NullMarked
package io.dorsal.notification.paging.config;

import org.jspecify.annotations.NullMarked;
