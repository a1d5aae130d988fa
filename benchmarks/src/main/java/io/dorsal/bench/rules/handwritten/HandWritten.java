package io.dorsal.bench.rules.handwritten;

import io.dorsal.bench.rules.Decider;
import io.dorsal.bench.rules.Given;
import io.dorsal.bench.rules.Verdict;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;

/** The active rules as somebody writes them in Java who has nothing else in mind than speed, for this ruleset alone. */
public final class HandWritten {
    private HandWritten() {}

    /** Makes the same decision as the engine does, with everything in it. */
    public static final class WholeDecision implements Decider {
        private final Deciding deciding;
        private final int[][] numbers;
        private final int[] earlier;

        public WholeDecision(Ruleset ruleset, List<Given> assessments) {
            this.deciding = new Deciding(ruleset);
            this.numbers = assessments.stream().map(Given::numbers).toArray(int[][]::new);
            this.earlier = assessments.stream().mapToInt(Given::earlier).toArray();
        }

        @Override
        public Object decide(int assessment) {
            return deciding.decide(numbers[assessment], earlier[assessment]);
        }

        @Override
        public Verdict verdict(Object decision) {
            return Verdict.of((Decision) decision);
        }
    }

    /** Makes the same findings as the engine does, each with its reasons. */
    public static final class Findings implements Decider {
        private final Deciding deciding;
        private final int[][] numbers;
        private final int[] earlier;

        public Findings(Ruleset ruleset, List<Given> assessments) {
            this.deciding = new Deciding(ruleset);
            this.numbers = assessments.stream().map(Given::numbers).toArray(int[][]::new);
            this.earlier = assessments.stream().mapToInt(Given::earlier).toArray();
        }

        @Override
        public Object decide(int assessment) {
            return deciding.findings(numbers[assessment], earlier[assessment]);
        }

        @Override
        public Verdict verdict(Object decision) {
            return Verdict.ofFindings((List<?>) decision);
        }
    }

    /** Finds the rules that fire, and the urgency, and explains nothing. */
    public static final class RulesOnly implements Decider {
        private final Templates templates;
        private final int[][] numbers;
        private final int[] earlier;

        public RulesOnly(Ruleset ruleset, List<Given> assessments) {
            this.templates = new Templates(ruleset);
            this.numbers = assessments.stream().map(Given::numbers).toArray(int[][]::new);
            this.earlier = assessments.stream().mapToInt(Given::earlier).toArray();
        }

        @Override
        public Object decide(int assessment) {
            int[] answers = numbers[assessment];
            long fired = Conditions.fired(answers, earlier[assessment]);
            if (fired == 0) {
                int rank = Pathway.rank(answers);
                return new Verdict(templates.urgency(rank), List.of(templates.id(rank)));
            }
            List<String> ids = new ArrayList<>();
            for (long left = fired; left != 0; left &= left - 1) {
                ids.add(templates.id(Long.numberOfTrailingZeros(left)));
            }
            return new Verdict(templates.urgency(Long.numberOfTrailingZeros(fired)), ids);
        }
    }
}
