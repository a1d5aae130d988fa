/** Events that are written in the same transaction as their effect, and relayed to the broker in order. */
@NullMarked
package io.dorsal.kit.outbox;

import org.jspecify.annotations.NullMarked;
