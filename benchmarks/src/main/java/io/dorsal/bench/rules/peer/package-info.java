/** Other engines, each given the same rules by a translator, so that nobody's are written or forgotten by hand. */
@NullMarked
package io.dorsal.bench.rules.peer;

import org.jspecify.annotations.NullMarked;
