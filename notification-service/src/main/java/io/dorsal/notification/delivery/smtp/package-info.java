/** Messages by e-mail. */
@NullMarked
package io.dorsal.notification.delivery.smtp;

import org.jspecify.annotations.NullMarked;
