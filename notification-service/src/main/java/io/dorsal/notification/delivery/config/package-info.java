/** Wires the making of deliveries. */
@NullMarked
package io.dorsal.notification.delivery.config;

import org.jspecify.annotations.NullMarked;
