/** Decisions and parked records as they come from the topics. */
@NullMarked
package io.dorsal.notification.paging.kafka;

import org.jspecify.annotations.NullMarked;
