package io.dorsal.rules.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.dorsal.rules.yaml.Rulesets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetyCheckTest {
    private static final Ruleset RULESET = Rulesets.active();
    private static final Vocabulary VOCABULARY = RULESET.vocabulary();
    private static final Origin OUTSIDE = new Origin(Origin.Kind.OUTSIDE, "test");

    /** Of an ache about which nothing was asked; it is decided SOON. */
    private final Answers unscreened = Answers.builder(VOCABULARY)
            .setNumber(VOCABULARY.question("patient.ageYears"), 40)
            .setSymbols(VOCABULARY.question("pain.regions"), List.of("LUMBAR"))
            .setNumber(VOCABULARY.question("pain.severity"), 5)
            .setNumber(VOCABULARY.question("pain.durationDays"), 20)
            .build();

    @Test
    void aDecisionLessUrgentThanAllThatIsRightIsUnderTriage() {
        SafetyCheck check =
                run(List.of(gold("A", Urgency.URGENT, Urgency.EMERGENCY), gold("B", Urgency.URGENT, Urgency.SOON)));

        assertThat(check.underTriaged().map(one -> one.gold().id())).containsExactly("A");
        assertThat(check.isPassed()).isFalse();
        assertThat(SafetyReport.of(check)).contains("**Failed**", "test.yaml A", "**under-triaged**");
    }

    @Test
    void aDecisionMoreUrgentThanAllThatIsRightIsOverTriageByLevels() {
        SafetyCheck check = run(List.of(gold("A", Urgency.SELF_CARE), gold("B", Urgency.SELF_CARE, Urgency.ROUTINE)));

        assertThat(check.verdicts().stream().map(Verdict::levelsOver)).containsExactly(2, 1);
        assertThat(check.isPassed()).isTrue();
        assertThat(SafetyReport.of(check)).contains("1 by 1, 1 by 2");
    }

    @Test
    void aPairWithAnotherOutcomeFails() {
        Answers fever = unscreened.toBuilder()
                .setFlag(VOCABULARY.question("systemic.fever"), true)
                .build();
        CounterfactualPair right = pair("A", fever, Urgency.EMERGENCY);
        CounterfactualPair wrong = pair("B", fever, Urgency.URGENT);

        SafetyCheck check = SafetyCheck.run(RULESET, new GoldSet(List.of(), List.of(right, wrong)));

        assertThat(check.wrongPairs().map(PairVerdict::pair)).containsExactly(wrong);
        assertThat(check.isPassed()).isFalse();
    }

    @Test
    void withoutIndependentCasesNothingIsKnown() {
        assertThat(SafetyReport.of(run(List.of())))
                .contains("independent publications: 0 under-triaged of 0 run; exact upper 95 % bound")
                .contains("100.0 %");
    }

    /** The values for none of n are 1 - 0.05^(1/n); the others stand in tables of the binomial. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 1, 0.95", "0, 10, 0.2589", "0, 59, 0.0495", "1, 10, 0.3942", "2, 20, 0.2826", "3, 3, 1"})
    void boundsTheShareExactly(int failed, int tried, double bound) {
        assertThat(ClopperPearson.upperBound(failed, tried, 0.05)).isCloseTo(bound, within(0.0001));
    }

    private SafetyCheck run(List<GoldCase> cases) {
        return SafetyCheck.run(RULESET, new GoldSet(cases, List.of()));
    }

    private GoldCase gold(String id, Urgency... accepted) {
        return new GoldCase("test.yaml", id, "story", unscreened, null, List.of(accepted), OUTSIDE);
    }

    private CounterfactualPair pair(String id, Answers other, Urgency then) {
        return new CounterfactualPair("test.yaml", id, "story", unscreened, Urgency.SOON, other, then, OUTSIDE);
    }
}
