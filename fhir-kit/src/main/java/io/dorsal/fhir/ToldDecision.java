package io.dorsal.fhir;

import io.dorsal.rules.decision.Urgency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clinics are told of a decision, as far as it has a place in FHIR. */
public record ToldDecision(
        String rulesetVersion,
        List<ToldFinding> findings,
        List<String> unansweredSafetyQuestions,
        List<String> adviceToClinic) {

    public ToldDecision {
        findings = List.copyOf(findings);
        unansweredSafetyQuestions = List.copyOf(unansweredSafetyQuestions);
        adviceToClinic = List.copyOf(adviceToClinic);
    }

    @Override
    public String toString() {
        return "ToldDecision[" + rulesetVersion + "]";
    }

    /**
     * A rule that has fired.
     *
     * @param because the answers that satisfied it, in words
     */
    public record ToldFinding(
            String rule,
            String title,
            Urgency urgency,
            List<String> because,
            List<String> queues,
            @Nullable String workUp,
            List<String> sources) {

        public ToldFinding {
            because = List.copyOf(because);
            queues = List.copyOf(queues);
            sources = List.copyOf(sources);
        }

        @Override
        public String toString() {
            return rule;
        }
    }
}
