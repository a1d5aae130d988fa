/** Explains a decision: what became of every rule, what might still change, and which answers would have changed it. */
@NullMarked
package io.dorsal.rules.explanation;

import org.jspecify.annotations.NullMarked;
