package io.dorsal.platform.replay;

import io.dorsal.rules.ruleset.Ruleset;

/** What was replayed: which assessments, by which rulesets. */
record Subject(Range range, Ruleset active, Ruleset candidate) {}
