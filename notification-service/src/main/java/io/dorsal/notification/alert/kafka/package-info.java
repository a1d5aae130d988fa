/** Decisions and alerts on their way from and to the topics. */
@NullMarked
package io.dorsal.notification.alert.kafka;

import org.jspecify.annotations.NullMarked;
