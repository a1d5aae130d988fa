package io.dorsal.rules.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Referral;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.yaml.Rulesets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EveryDecisionTest {
    private final TriageEngine engine = new TriageEngine(Rulesets.active());

    @Property
    void isAsUrgentAsItsMostUrgentFinding(@ForAll Answers answers, @ForAll @IntRange(max = 3) int earlier) {
        Decision decision = decide(answers, earlier);

        assertThat(decision.findings()).isNotEmpty();
        assertThat(decision.findings().stream().map(Finding::urgency).min(Comparator.naturalOrder()))
                .contains(decision.urgency());
    }

    @Property
    void listsItsFindingsByUrgencyAndThenInTheOrderOfTheRuleset(
            @ForAll Answers answers, @ForAll @IntRange(max = 3) int earlier) {
        List<String> order = engine.ruleset().rules().stream().map(Rule::id).toList();

        assertThat(decide(answers, earlier).findings())
                .isSortedAccordingTo(Comparator.comparing(Finding::urgency)
                        .thenComparingInt(finding -> order.indexOf(finding.rule())));
    }

    @Property
    void withAnOpenQuestionOfTheEmergencyScreenIsNeverRoutineOrSelfCare(@ForAll Answers answers) {
        Decision decision = decide(answers, 0);

        if (!decision.unansweredSafetyQuestions().isEmpty()) {
            assertThat(decision.urgency()).isLessThanOrEqualTo(Urgency.SOON);
            assertThat(decision.findings().stream().map(Finding::rule).filter(Set.of("SCREEN-1", "SCREEN-2")::contains))
                    .hasSize(1);
        }
    }

    @Property
    void namesEachQueueOnceAtTheMostUrgentFindingThatAsksForIt(
            @ForAll Answers answers, @ForAll @IntRange(max = 3) int earlier) {
        Decision decision = decide(answers, earlier);

        Map<Queue, Urgency> asked = new EnumMap<>(Queue.class);
        for (Finding finding : decision.findings()) {
            if (decision.urgency() != Urgency.EMERGENCY || finding.urgency() == Urgency.EMERGENCY) {
                finding.queues().forEach(queue -> asked.merge(queue, finding.urgency(), Urgency::mostUrgent));
            }
        }
        assertThat(decision.referrals()).isSortedAccordingTo(Comparator.comparing(Referral::urgency));
        assertThat(decision.referrals().stream().map(Referral::queue))
                .containsExactlyInAnyOrderElementsOf(asked.keySet());
        assertThat(decision.referrals())
                .allSatisfy(referral -> assertThat(referral.urgency()).isEqualTo(asked.get(referral.queue())));
        assertThat(decision.referrals().stream().map(Referral::primary).filter(primary -> primary))
                .hasSize(decision.referrals().isEmpty() ? 0 : 1);
    }

    @Property
    void explainsItselfByTheAnswersGiven(@ForAll Answers answers) {
        assertThat(decide(answers, 0).findings())
                .allSatisfy(finding -> assertThat(finding.because())
                        .allSatisfy(because -> assertThat(
                                        answers.value(answers.vocabulary().question(because.path())))
                                .isEqualTo(Optional.ofNullable(because.value()))));
    }

    @Property
    void isEqualForEqualAnswers(@ForAll Answers answers) {
        assertThat(decide(answers, 1))
                .isEqualTo(new TriageEngine(Rulesets.active())
                        .decide(
                                new Assessment(
                                        "other", null, answers.toBuilder().build()),
                                1));
    }

    @Property
    void neverTellsAPatientThatNothingIsWrong(@ForAll Answers answers) {
        Decision decision = decide(answers, 0);

        assertThat(decision.adviceToPatient())
                .isNotEmpty()
                .noneMatch(
                        text -> text.matches(
                                "(?i).*(nothing (is )?wrong|nothing serious|harmless|no need to worry|you are fine|all clear).*"));
        assertThat(decision.adviceToClinic()).isNotEmpty().noneMatch(text -> text.contains("{"));
    }

    private Decision decide(Answers answers, Integer earlier) {
        return engine.decide(new Assessment("p", null, answers), earlier);
    }
}
