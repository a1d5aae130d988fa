package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Advice.Situation;
import io.dorsal.rules.vocabulary.Question;
import java.util.List;
import java.util.stream.Collectors;

/** What advice depends on. */
record AdviceFacts(
        Evaluation evaluation,
        Urgency urgency,
        List<Finding> findings,
        List<Question> openQuestions,
        List<String> openRules) {

    boolean hasFinding(List<String> rules) {
        for (Finding finding : findings) {
            if (rules.contains(finding.rule())) {
                return true;
            }
        }
        return false;
    }

    boolean isSituation(Situation situation) {
        return switch (situation) {
            case OTHER_FINDINGS ->
                urgency == Urgency.EMERGENCY && findings.getLast().urgency() != Urgency.EMERGENCY;
            case SCREEN_INCOMPLETE -> !openQuestions.isEmpty();
            case OPEN_RULES -> !openRules.isEmpty();
            case EVALUATION_FAILED -> hasFailure();
        };
    }

    private boolean hasFailure() {
        for (Finding finding : findings) {
            if (finding.evaluationFailed()) {
                return true;
            }
        }
        return false;
    }

    /** The details that a text names in place of the situation's placeholder. */
    String details(Situation situation) {
        return switch (situation) {
            case OTHER_FINDINGS ->
                findings.stream()
                        .filter(finding -> finding.urgency() != Urgency.EMERGENCY)
                        .map(finding -> finding.title() + " (" + finding.rule() + ", " + finding.urgency() + ")")
                        .collect(Collectors.joining("; "));
            case SCREEN_INCOMPLETE -> openQuestions.stream().map(Question::asks).collect(Collectors.joining(" "));
            case OPEN_RULES -> String.join(", ", openRules);
            case EVALUATION_FAILED ->
                findings.stream()
                        .filter(Finding::evaluationFailed)
                        .map(Finding::rule)
                        .collect(Collectors.joining(", "));
        };
    }
}
