/** Whether a ruleset is safe, as far as cases with known answers can show it: gold cases, pairs, monotone answers. */
@NullMarked
package io.dorsal.rules.safety;

import org.jspecify.annotations.NullMarked;
