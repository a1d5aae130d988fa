package io.dorsal.rules.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What triage decided about one assessment, with its whole explanation. Same answers, same count of earlier assessments
 * and same ruleset make an equal decision, always.
 *
 * @param urgency the most urgent of the findings
 * @param rulesetHash SHA-256 of the ruleset, hexadecimal
 * @param findings the rules that fired, most urgent first, then in the ruleset's order; at least one
 * @param referrals by urgency, then precedence; empty for self-care
 * @param unansweredSafetyQuestions paths of the emergency screen that are unanswered, in its order
 * @param openQuestions unanswered questions of which a single answer would raise the urgency, the most dangerous first; where
 *     the safety floor fired, those of the emergency screen come before all others
 * @param openRules ids of rules that could not be settled for want of knowledge beyond the answers
 * @param regions the painful regions, in the order of the vocabulary
 * @param durationClass null only where another version decided by a class that this one does not know
 */
public record Decision(
        Urgency urgency,
        String rulesetVersion,
        String rulesetHash,
        List<Finding> findings,
        List<Referral> referrals,
        List<String> unansweredSafetyQuestions,
        List<OpenQuestion> openQuestions,
        List<String> openRules,
        List<String> regions,
        @Nullable DurationClass durationClass,
        Pattern pattern,
        List<String> adviceToClinic,
        List<String> adviceToPatient) {
    public Decision {
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("a decision has at least one finding");
        }
        findings = List.copyOf(findings);
        referrals = List.copyOf(referrals);
        unansweredSafetyQuestions = List.copyOf(unansweredSafetyQuestions);
        openQuestions = List.copyOf(openQuestions);
        openRules = List.copyOf(openRules);
        regions = List.copyOf(regions);
        adviceToClinic = List.copyOf(adviceToClinic);
        adviceToPatient = List.copyOf(adviceToPatient);
    }
}
