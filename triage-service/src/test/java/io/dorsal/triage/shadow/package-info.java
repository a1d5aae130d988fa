/** A candidate ruleset beside the active one. */
@NullMarked
package io.dorsal.triage.shadow;

import org.jspecify.annotations.NullMarked;
