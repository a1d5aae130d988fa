package io.dorsal.bench.rules;

import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.List;

/** Ours. */
final class Engine {
    private Engine() {}

    /** As production asks it: findings with reasons, referrals, open questions, classes and advice. */
    static final class WholeDecision implements Decider {
        private final TriageEngine engine;
        private final List<Given> assessments;

        WholeDecision(Ruleset ruleset, List<Given> assessments) {
            this.engine = new TriageEngine(ruleset);
            this.assessments = assessments;
        }

        @Override
        public Object decide(int assessment) {
            Given given = assessments.get(assessment);
            return engine.decide(given.answers(), given.earlierAssessments());
        }

        @Override
        public Verdict verdict(Object decision) {
            return Verdict.of((Decision) decision);
        }
    }

    /** The findings alone, each with its reasons. */
    static final class Findings implements Decider {
        private final TriageEngine engine;
        private final List<Given> assessments;

        Findings(Ruleset ruleset, List<Given> assessments) {
            this.engine = new TriageEngine(ruleset);
            this.assessments = assessments;
        }

        @Override
        public Object decide(int assessment) {
            Given given = assessments.get(assessment);
            return engine.findings(given.answers(), given.earlierAssessments());
        }

        @Override
        public Verdict verdict(Object decision) {
            return Verdict.ofFindings((List<?>) decision);
        }
    }
}
