/** Consuming and publishing events so that nothing is lost: errors are values, sends are awaited, poison is parked. */
@NullMarked
package io.dorsal.kit.messaging;

import org.jspecify.annotations.NullMarked;
