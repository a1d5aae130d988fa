package io.dorsal.rules.safety;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Urgency;

/** Two assessments that differ in one answer, and the urgency of both: the answer alone makes the difference, or none. */
public record CounterfactualPair(
        String file,
        String id,
        String story,
        Answers one,
        Urgency urgencyOfOne,
        Answers other,
        Urgency urgencyOfOther,
        Origin origin) {}
