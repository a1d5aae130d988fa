/** Messages by signed webhook. */
@NullMarked
package io.dorsal.notification.delivery.webhook;

import org.jspecify.annotations.NullMarked;
