/** A candidate ruleset beside the active one: what it would decide is compared, and decides nothing. */
@NullMarked
package io.dorsal.triage.shadow;

import org.jspecify.annotations.NullMarked;
