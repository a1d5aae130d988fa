/** Deciding by rules: our engine beside plain Java and other engines, on the same assessments. */
@NullMarked
package io.dorsal.bench.rules;

import org.jspecify.annotations.NullMarked;
