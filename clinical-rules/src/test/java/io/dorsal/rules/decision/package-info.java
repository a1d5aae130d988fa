/** Decisions, and how two of them compare. */
@NullMarked
package io.dorsal.rules.decision;

import org.jspecify.annotations.NullMarked;
