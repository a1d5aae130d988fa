/** The ruleset in force, for everybody to read. */
@NullMarked
package io.dorsal.triage.rulesets.http;

import org.jspecify.annotations.NullMarked;
