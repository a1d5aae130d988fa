/** A second implementation of the specification, written from its text alone, to compare the engine with. */
@NullMarked
package io.dorsal.rules.oracle;

import org.jspecify.annotations.NullMarked;
