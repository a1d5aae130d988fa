package io.dorsal.rules.oracle;

import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a decision the two implementations are compared by. */
record Verdict(
        String urgency,
        List<Finding> findings,
        List<String> referrals,
        List<String> screen,
        List<String> openRules,
        List<String> regions,
        String durationClass,
        String pattern) {

    /** Everything of a finding but its title. */
    record Finding(
            String rule,
            String urgency,
            List<Because> because,
            List<String> queues,
            @Nullable String workUp,
            List<String> sources) {}

    static Verdict of(Decision decision) {
        return new Verdict(
                decision.urgency().name(),
                decision.findings().stream().map(Verdict::finding).toList(),
                decision.referrals().stream()
                        .map(referral ->
                                referral.queue() + "/" + referral.urgency() + (referral.primary() ? "/primary" : ""))
                        .toList(),
                decision.unansweredSafetyQuestions(),
                decision.openRules(),
                decision.regions(),
                String.valueOf(decision.durationClass()),
                decision.pattern().name());
    }

    private static Finding finding(io.dorsal.rules.decision.Finding finding) {
        return new Finding(
                finding.rule(),
                finding.urgency().name(),
                finding.because(),
                finding.queues().stream().map(Enum::name).toList(),
                finding.workUp(),
                finding.sources());
    }
}
