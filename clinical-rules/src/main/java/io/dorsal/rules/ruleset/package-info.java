/** A ruleset as a value: rules and what they are made of, sources, advice. */
@NullMarked
package io.dorsal.rules.ruleset;

import org.jspecify.annotations.NullMarked;
