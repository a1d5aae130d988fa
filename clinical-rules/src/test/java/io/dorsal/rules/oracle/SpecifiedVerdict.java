package io.dorsal.rules.oracle;

import io.dorsal.rules.assessment.Answers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the specification makes of the rules that fire. */
final class SpecifiedVerdict {
    private SpecifiedVerdict() {}

    static Verdict of(Answers answers, @Nullable Integer earlier) {
        Specification specification = Specification.of(answers, earlier);
        List<Verdict.Finding> findings = SpecifiedRule.ALL.stream()
                .filter(rule -> specification.fires(rule.id()))
                .map(rule -> new Verdict.Finding(
                        rule.id(),
                        rule.urgency(),
                        specification.because(rule.id()),
                        rule.queues(),
                        rule.workUp(),
                        rule.sources()))
                .toList();
        int days = specification.required("pain.durationDays");
        return new Verdict(
                findings.getFirst().urgency(),
                findings,
                referrals(findings),
                specification.openScreen(),
                specification.openRules(),
                specification.symbols("pain.regions"),
                days < 42 ? "ACUTE" : days <= 89 ? "SUBACUTE" : "CHRONIC",
                pattern(specification));
    }

    private static List<String> referrals(List<Verdict.Finding> findings) {
        boolean emergency = findings.getFirst().urgency().equals("EMERGENCY");
        Map<String, String> urgencyByQueue = new LinkedHashMap<>();
        for (Verdict.Finding finding : findings) {
            if (!emergency || finding.urgency().equals("EMERGENCY")) {
                finding.queues().forEach(queue -> urgencyByQueue.putIfAbsent(queue, finding.urgency()));
            }
        }
        List<String> referrals = new ArrayList<>();
        urgencyByQueue.forEach(
                (queue, urgency) -> referrals.add(queue + "/" + urgency + (referrals.isEmpty() ? "/primary" : "")));
        return referrals;
    }

    private static String pattern(Specification specification) {
        if (specification.fires("INFLAMMATORY-1") || specification.fires("INFLAMMATORY-2")) {
            return "INFLAMMATORY";
        }
        if (specification.legOrArm().met()) {
            return "RADICULAR";
        }
        return specification.mechanical.met() ? "MECHANICAL" : "UNCLASSIFIED";
    }
}
