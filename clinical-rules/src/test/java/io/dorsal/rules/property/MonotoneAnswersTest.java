package io.dorsal.rules.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.assessment.Worsening;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.oracle.RandomAssessments;
import io.dorsal.rules.yaml.Rulesets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MonotoneAnswersTest {
    private final TriageEngine engine = new TriageEngine(Rulesets.active());
    private final List<Worsening> worsenings = Worsening.all(Rulesets.active().vocabulary());

    @Property
    void makingAnAnswerWorseNeverLowersTheUrgency(@ForAll Answers answers, @ForAll @IntRange(max = 2) int earlier) {
        check(answers, earlier);
    }

    @Test
    void norDoesItNearTheEdgesOfTheRules() {
        RandomAssessments random = new RandomAssessments(Rulesets.active().vocabulary());
        for (long seed = 1_000_000; seed < 1_005_000; seed++) {
            check(random.answers(seed), 0);
        }
    }

    private void check(Answers answers, int earlier) {
        Urgency before = urgency(answers, earlier);
        for (Worsening worsening : worsenings) {
            if (worsening.concerns(answers)) {
                assertThat(urgency(worsening.of(answers), earlier))
                        .as(worsening::toString)
                        .isLessThanOrEqualTo(before);
            }
        }
    }

    private Urgency urgency(Answers answers, int earlier) {
        return engine.decide(new Assessment("p", null, answers), earlier).urgency();
    }
}
