package io.dorsal.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.yaml.Rulesets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssessmentsTest {
    private final List<Given> assessments = Assessments.of(Rulesets.active().vocabulary(), 4000);

    @Test
    void areTheSameEveryTime() {
        assertThat(Assessments.of(Rulesets.active().vocabulary(), 4000)).isEqualTo(assessments);
    }

    @Test
    void holdAboutOneEmergencyInAHundred() {
        Decider engine = Contender.ENGINE.on(new Workload(Rulesets.active(), assessments));

        long emergencies = IntStream.range(0, assessments.size())
                .filter(assessment -> engine.verdict(engine.decide(assessment)).urgency() == Urgency.EMERGENCY)
                .count();

        assertThat(emergencies).isBetween(25L, 60L);
    }

    @Test
    void leaveManyQuestionsOpen() {
        long answered = assessments.stream()
                .mapToLong(given -> Arrays.stream(given.numbers())
                        .filter(number -> number >= 0)
                        .count())
                .sum();

        assertThat(answered / (double) assessments.size()).isBetween(40.0, 55.0);
    }
}
