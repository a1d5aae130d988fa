/** What a network decides more cautiously than the ruleset, and never less. */
@NullMarked
package io.dorsal.rules.policy;

import org.jspecify.annotations.NullMarked;
