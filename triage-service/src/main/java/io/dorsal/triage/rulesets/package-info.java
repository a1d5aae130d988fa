/** By which ruleset each network decides. */
@NullMarked
package io.dorsal.triage.rulesets;

import org.jspecify.annotations.NullMarked;
