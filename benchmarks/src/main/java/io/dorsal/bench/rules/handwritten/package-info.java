/** The active ruleset as plain Java, written by hand for speed: how fast deciding can be. */
@NullMarked
package io.dorsal.bench.rules.handwritten;

import org.jspecify.annotations.NullMarked;
