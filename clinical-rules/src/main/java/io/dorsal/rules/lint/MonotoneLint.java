package io.dorsal.rules.lint;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Worsening;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that no condition rule stops firing, with nothing as urgent in its place, when a monotone answer gets worse.
 * Whatever is complained of has been decided by the engine, before and after.
 */
final class MonotoneLint {
    private final Ruleset ruleset;
    private final Satisfaction satisfaction;
    private final TriageEngine engine;
    private final List<Rule> rules;
    private final List<Formula> plain = new ArrayList<>();
    private final List<Set<Integer>> asks = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();

    private MonotoneLint(Ruleset ruleset, Satisfaction satisfaction) {
        this.ruleset = ruleset;
        this.satisfaction = satisfaction;
        this.engine = new TriageEngine(ruleset);
        this.rules = ruleset.rules(RuleTable.Kind.CONDITION);
        Formula.Writer writer = new Formula.Writer(ruleset, null);
        for (Rule rule : rules) {
            Formula written = writer.write(rule.when());
            plain.add(written);
            asks.add(written.questions());
        }
    }

    /** @param mostUrgentLeftOut a rule that is not in the sound part may take the place of any that is not more urgent */
    static List<Defect> defects(Ruleset sound, Satisfaction satisfaction, Optional<Urgency> mostUrgentLeftOut) {
        MonotoneLint lint = new MonotoneLint(sound, satisfaction);
        for (Worsening worsening : Worsening.all(sound.vocabulary())) {
            if (isOneStep(worsening)) {
                lint.lint(worsening, mostUrgentLeftOut);
            }
        }
        return lint.defects;
    }

    /** Numbers get worse by one at a time; the rest follows. */
    private static boolean isOneStep(Worsening worsening) {
        return !(worsening.question().type() instanceof AnswerType.WholeNumber)
                || worsening.to() == worsening.from() + 1;
    }

    private void lint(Worsening worsening, Optional<Urgency> mostUrgentLeftOut) {
        Step step = new Step(worsening);
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            boolean judged =
                    mostUrgentLeftOut.map(rule.urgency()::isMoreUrgentThan).orElse(true);
            if (judged && step.changes(i) && step.mayStop(i)) {
                complain(rule, worsening);
            }
        }
    }

    private void complain(Rule rule, Worsening worsening) {
        Defect defect = new Defect(
                fileOf(rule),
                rule.id(),
                "stops firing when " + worsening.question().path()
                        + " gets worse, and nothing as urgent takes its place");
        if (!defects.contains(defect)) {
            defects.add(defect);
        }
    }

    private String fileOf(Rule rule) {
        return ruleset.tables().stream()
                .filter(table -> table.rules().contains(rule))
                .map(RuleTable::file)
                .findFirst()
                .orElseThrow();
    }

    /** One answer getting worse, and the rules before and after. */
    private final class Step {
        private final Worsening worsening;
        private final List<Formula> before = new ArrayList<>();
        private final List<Formula> after = new ArrayList<>();

        Step(Worsening worsening) {
            this.worsening = worsening;
            Formula.Writer then = writer(worsening.from());
            Formula.Writer now = writer(worsening.to());
            for (int i = 0; i < rules.size(); i++) {
                Condition when = rules.get(i).when();
                boolean asked = asks.get(i).contains(worsening.question().index());
                before.add(asked ? then.write(when) : plain.get(i));
                after.add(asked ? now.write(when) : plain.get(i));
            }
        }

        private Formula.Writer writer(int raw) {
            return new Formula.Writer(ruleset, new Formula.Known(worsening.question(), raw));
        }

        boolean changes(int rule) {
            return asks.get(rule).contains(worsening.question().index())
                    && !before.get(rule).equals(after.get(rule));
        }

        boolean mayStop(int rule) {
            Formula stops = Formula.all(List.of(before.get(rule), Formula.not(after.get(rule))));
            if (!satisfaction.canHold(stops) || !satisfaction.canHold(withoutReplacement(rule, stops, true))) {
                return false;
            }
            Search search = satisfaction.search(withoutReplacement(rule, stops, false));
            return search.run() == Search.Outcome.FOUND && falls(search.found());
        }

        /** Those that ask for the answer are tried first, since they are few and mostly suffice. */
        private Formula withoutReplacement(int rule, Formula stops, boolean onlyThoseThatAsk) {
            List<Formula> parts = new ArrayList<>(List.of(stops));
            for (int other = 0; other < rules.size(); other++) {
                boolean asUrgent = !rules.get(rule)
                        .urgency()
                        .isMoreUrgentThan(rules.get(other).urgency());
                if (asUrgent && (!onlyThoseThatAsk || changes(other))) {
                    parts.add(Formula.not(after.get(other)));
                }
            }
            return Formula.all(parts);
        }

        private boolean falls(Map<Question, Integer> found) {
            Answers.Builder answers = satisfaction.answers(found).toBuilder();
            Urgency worse = urgency(answers, worsening.to());
            return urgency(answers, worsening.from()).isMoreUrgentThan(worse);
        }

        private Urgency urgency(Answers.Builder answers, int raw) {
            Question question = worsening.question();
            Answers.Builder one = raw == Answers.UNANSWERED ? answers.clear(question) : answers.setRaw(question, raw);
            return engine.decide(one.build(), 0).urgency();
        }
    }
}
