package io.dorsal.triage.shadow;

import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.UrgencyChange;

/** The candidate would have decided another urgency. */
public record Disagreement(DecidedAssessment assessment, Decision candidate, UrgencyChange change) {}
