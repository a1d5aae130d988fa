/** Deliveries: one message to one contact by one channel, repeated under one id until a channel accepts it. */
@NullMarked
package io.dorsal.notification.delivery;

import org.jspecify.annotations.NullMarked;
