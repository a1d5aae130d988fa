package io.dorsal.rules.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.json.DecisionJson;
import io.dorsal.rules.oracle.RandomAssessments;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.RulesetFolder;
import io.dorsal.rules.yaml.Rulesets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SameDecisionEverywhereTest {
    private static final int CASES = 2_000;

    private final Locale locale = Locale.getDefault();
    private final TimeZone timeZone = TimeZone.getDefault();

    @AfterEach
    void restoreDefaults() {
        Locale.setDefault(locale);
        TimeZone.setDefault(timeZone);
    }

    @Test
    void inAnotherLocaleAndTimeZone() {
        List<String> here = decisions(Rulesets.active());

        Locale.setDefault(Locale.of("tr", "TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

        assertThat(decisions(Rulesets.load(RulesetFolder.packed(Rulesets.ACTIVE_VERSION))))
                .isEqualTo(here);
    }

    @Test
    void byManyThreadsAtOnce() {
        TriageEngine engine = new TriageEngine(Rulesets.active());
        RandomAssessments random = new RandomAssessments(Rulesets.active().vocabulary());

        List<Decision> alone = LongStream.range(0, CASES)
                .mapToObj(seed -> engine.decide(random.answers(seed), 0))
                .toList();

        assertThat(LongStream.range(0, CASES).parallel().mapToObj(seed -> engine.decide(random.answers(seed), 0)))
                .containsExactlyElementsOf(alone);
    }

    private static List<String> decisions(Ruleset ruleset) {
        TriageEngine engine = new TriageEngine(ruleset);
        RandomAssessments random = new RandomAssessments(ruleset.vocabulary());
        return LongStream.range(0, CASES)
                .mapToObj(seed -> new String(DecisionJson.write(engine.decide(random.answers(seed), null)), UTF_8))
                .toList();
    }
}
