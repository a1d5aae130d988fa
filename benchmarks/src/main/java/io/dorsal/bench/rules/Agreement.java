package io.dorsal.bench.rules;

import io.dorsal.rules.decision.Decision;
import java.util.List;

/** Makes sure that all do the same work, before anybody is measured at it. */
final class Agreement {
    private Agreement() {}

    /**
     * Compares the verdicts on every assessment with our engine's, and whatever explanation there is.
     *
     * @throws IllegalStateException if one differs
     */
    static void require(Workload workload, Contender contender) {
        require(workload, contender.on(workload), contender.title());
    }

    static void require(Workload workload, Decider other, String title) {
        Decider engine = Contender.ENGINE.on(workload);
        for (int assessment = 0; assessment < workload.assessments().size(); assessment++) {
            Object expected = engine.decide(assessment);
            Object decided = other.decide(assessment);
            if (!engine.verdict(expected).equals(other.verdict(decided))
                    || !explainsAlike(decided, (Decision) expected)) {
                throw new IllegalStateException("%s disagrees on the generated assessment %d: %s instead of %s"
                        .formatted(title, assessment, other.verdict(decided), engine.verdict(expected)));
            }
        }
    }

    private static boolean explainsAlike(Object decided, Decision expected) {
        return switch (decided) {
            case Decision decision -> decision.equals(expected);
            case List<?> findings -> findings.equals(expected.findings());
            default -> true;
        };
    }
}
