/** Writes a ruleset as pages for people. */
@NullMarked
package io.dorsal.rules.docs;

import org.jspecify.annotations.NullMarked;
