/** Decides an assessment by a ruleset: pure, deterministic, safe for use by several threads. */
@NullMarked
package io.dorsal.rules.engine;

import org.jspecify.annotations.NullMarked;
