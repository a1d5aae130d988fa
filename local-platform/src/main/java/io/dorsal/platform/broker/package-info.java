/** A real Kafka broker. */
@NullMarked
package io.dorsal.platform.broker;

import org.jspecify.annotations.NullMarked;
