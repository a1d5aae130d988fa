package io.dorsal.rules.ruleset;

import io.dorsal.rules.decision.Urgency;
import java.util.List;
import java.util.Set;

/**
 * A text for clinic or patient, and when it is given: where all four requirements are met, and an empty one always is.
 *
 * @param rules one of these fired
 * @param answers a condition on the answers
 */
public record Advice(
        String id,
        Audience audience,
        Set<Urgency> urgencies,
        List<String> rules,
        Set<Situation> situations,
        Condition answers,
        String text) {
    public Advice {
        urgencies = Set.copyOf(urgencies);
        rules = List.copyOf(rules);
        situations = Set.copyOf(situations);
    }

    /** The same advice under another condition on the answers. */
    public Advice under(Condition condition) {
        return new Advice(id, audience, urgencies, rules, situations, condition, text);
    }

    /** Whom a text speaks to. */
    public enum Audience {
        CLINIC,
        PATIENT
    }

    /** What may hold of a decision as a whole. */
    public enum Situation {
        /** An emergency has findings that are none; {@code {otherFindings}} names them. */
        OTHER_FINDINGS("otherFindings", "{otherFindings}"),
        /** The emergency screen has open questions; {@code {questions}} names them in words. */
        SCREEN_INCOMPLETE("screenIncomplete", "{questions}"),
        /** A rule is open for want of knowledge; {@code {openRules}} names it. */
        OPEN_RULES("openRules", "{openRules}"),
        /** A rule failed; {@code {failedRules}} names it. */
        EVALUATION_FAILED("evaluationFailed", "{failedRules}");

        private final String spelling;
        private final String placeholder;

        Situation(String spelling, String placeholder) {
            this.spelling = spelling;
            this.placeholder = placeholder;
        }

        /** How data spell it. */
        public String spelling() {
            return spelling;
        }

        /** What stands for its details in a text. */
        public String placeholder() {
            return placeholder;
        }
    }
}
