package io.dorsal.rules.engine;

import static io.dorsal.rules.engine.Cases.anAssessment;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.yaml.Rulesets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FailingRuleTest {
    private static final Check THROWS = new Sabotage() {
        @Override
        public boolean holds(Evaluation evaluation) {
            throw new IllegalStateException("sabotaged");
        }
    };
    private static final Check OVERFLOWS = new Sabotage() {
        @Override
        public boolean holds(Evaluation evaluation) {
            return evaluation.isAnswered(0) && !holds(evaluation);
        }
    };
    private static final Check THROWS_WHERE_THE_COUNT_IS_KNOWN = new Sabotage() {
        @Override
        public boolean holds(Evaluation evaluation) {
            return evaluation.earlierAssessments() >= 0 && THROWS.holds(evaluation);
        }
    };
    private static final Check CANNOT_EXPLAIN = new Sabotage() {
        @Override
        public boolean holds(Evaluation evaluation) {
            return true;
        }
    };

    @Test
    void countsAsFiredAtItsUrgencyAndIsReported() {
        Decision decision = sabotaged("NEURO-2", THROWS).decide(anAssessment().build(), 0);

        assertThat(decision.urgency()).isEqualTo(Urgency.URGENT);
        Finding finding = decision.findings().getFirst();
        assertThat(finding.rule()).isEqualTo("NEURO-2");
        assertThat(finding.evaluationFailed()).isTrue();
        assertThat(finding.because()).isEmpty();
        assertThat(decision.referrals().getFirst().queue()).isEqualTo(Queue.NEUROSURGERY);
        assertThat(decision.adviceToClinic()).anyMatch(text -> text.contains("NEURO-2"));
    }

    @Test
    void countsAsFiredWhenTheStackOverflows() {
        Decision decision = sabotaged("CES-2", OVERFLOWS).decide(anAssessment().build(), 0);

        assertThat(decision.urgency()).isEqualTo(Urgency.EMERGENCY);
        assertThat(decision.findings().getFirst().evaluationFailed()).isTrue();
    }

    @Test
    void countsAsFailedWhenItCannotExplainItself() {
        Decision decision =
                sabotaged("RHEUM-2", CANNOT_EXPLAIN).decide(anAssessment().build(), 0);

        assertThat(decision.urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(decision.findings().getFirst().evaluationFailed()).isTrue();
    }

    @Test
    void isAFiredRuleToThoseThatAskForIt() {
        Decision decision = sabotaged("TRAUMA-1", THROWS)
                .decide(anAssessment().with("pain.trigger", "MAJOR_TRAUMA").build(), 0);

        assertThat(decision.findings()).extracting(Finding::rule).containsExactly("TRAUMA-1");
    }

    @Test
    void thatAsksWhatTheVocabularyDoesNotHaveCountsAsFiredAndDisturbsNoOther() {
        Question unknown =
                new Question(424242, "neuro.unknown", new AnswerType.YesNo(), false, "Is it there?", Map.of());
        Condition asksUnknown = new Condition.Not(new Condition.Is(unknown, 1));

        Decision decision = new TriageEngine(withCondition("CES-2", asksUnknown))
                .decide(anAssessment().with("systemic.fever", true).build(), 0);

        assertThat(decision.findings()).extracting(Finding::rule).containsExactly("CES-2", "INFECTION-1");
        assertThat(decision.findings().getFirst().evaluationFailed()).isTrue();
        assertThat(decision.findings().getLast().evaluationFailed()).isFalse();
    }

    @Test
    void saysWhyToWhoeverListens() {
        assertThat(heard("NEURO-2", THROWS)).hasMessage("sabotaged");
        assertThat(heard("CES-2", OVERFLOWS)).isInstanceOf(StackOverflowError.class);
        assertThat(heard("RHEUM-2", CANNOT_EXPLAIN)).hasMessage("sabotaged");
        assertThat(heard("SELFCARE-1", THROWS)).hasMessage("sabotaged");
    }

    @Test
    void leavesOtherFindingsAsTheyAre() {
        Decision decision = sabotaged("CES-1", THROWS)
                .decide(anAssessment().with("systemic.fever", true).build(), 0);

        assertThat(decision.findings()).extracting(Finding::rule).containsExactly("CES-1", "INFECTION-1");
        assertThat(decision.findings().getLast().evaluationFailed()).isFalse();
    }

    @Test
    void isOpenWhereItFailsForWantOfTheCountAlone() {
        Decision decision = sabotaged("REPRESENTED-1", THROWS_WHERE_THE_COUNT_IS_KNOWN)
                .decide(anAssessment().build(), null);

        assertThat(decision.openRules()).containsExactly("REPRESENTED-1");
    }

    @Test
    void ofTheScreenLeavesItsQuestionOpen() {
        Assessment unanswered = anAssessment().without("systemic.fever").build();
        Question fever = unanswered.answers().vocabulary().question("systemic.fever");
        EmergencyScreen screen =
                new EmergencyScreen(new EmergencyScreen.Asked[] {new EmergencyScreen.Asked(fever.index(), THROWS)});

        assertThat(screen.open(
                        new Evaluation(unanswered.answers(), 0, 0, (_, _) -> {}),
                        unanswered.answers().vocabulary()))
                .containsExactly(fever);
    }

    @Test
    void ofThePathwayDoesNotHideTheRuleThatMatches() {
        Decision decision =
                sabotaged("SELFCARE-1", THROWS).decide(anAssessment().build(), 0);

        assertThat(decision.urgency()).isEqualTo(Urgency.ROUTINE);
        assertThat(decision.findings()).extracting(Finding::rule).containsExactly("DEFAULT-1", "SELFCARE-1");
    }

    private static Throwable heard(String id, Check sabotage) {
        Map<String, Throwable> heard = new HashMap<>();
        sabotaged(id, sabotage).decide(anAssessment().build().answers(), 0, heard::put);

        assertThat(heard).containsOnlyKeys(id);
        return Objects.requireNonNull(heard.get(id));
    }

    private static Ruleset withCondition(String id, Condition condition) {
        Ruleset active = Rulesets.active();
        return active.withTables(active.tables().stream()
                .map(table -> table.with(table.rules().stream()
                        .map(rule -> rule.id().equals(id) ? rule.under(condition) : rule)
                        .toList()))
                .toList());
    }

    private static TriageEngine sabotaged(String id, Check sabotage) {
        return new TriageEngine(Rulesets.active(), own -> new Sabotaged(own, id, sabotage));
    }

    private record Sabotaged(CheckSource own, String id, Check sabotage) implements CheckSource {
        @Override
        public Check check(Rule rule) {
            return rule.id().equals(id) ? sabotage : own.check(rule);
        }

        @Override
        public boolean isOwn(Rule rule) {
            return !rule.id().equals(id);
        }
    }

    private abstract static class Sabotage implements Check {
        @Override
        public void cite(Evaluation evaluation, boolean held, Cited cited) {
            throw new IllegalStateException("sabotaged");
        }
    }
}
