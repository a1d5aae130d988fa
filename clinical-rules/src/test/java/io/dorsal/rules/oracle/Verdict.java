package io.dorsal.rules.oracle;

import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import java.util.List;

/** What of a decision the two implementations are compared by. */
record Verdict(
        String urgency,
        List<String> findings,
        List<String> referrals,
        List<String> screen,
        String durationClass,
        String pattern) {

    static Verdict of(Decision decision) {
        return new Verdict(
                decision.urgency().name(),
                decision.findings().stream().map(Finding::rule).toList(),
                decision.referrals().stream()
                        .map(referral ->
                                referral.queue() + "/" + referral.urgency() + (referral.primary() ? "/primary" : ""))
                        .toList(),
                decision.unansweredSafetyQuestions(),
                decision.durationClass().name(),
                decision.pattern().name());
    }
}
