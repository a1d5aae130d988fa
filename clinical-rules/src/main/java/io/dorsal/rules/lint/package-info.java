/** Finds what is wrong with a ruleset, all of it at once. */
@NullMarked
package io.dorsal.rules.lint;

import org.jspecify.annotations.NullMarked;
