package io.dorsal.rules.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.yaml.GoldFiles;
import io.dorsal.rules.yaml.Rulesets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The build fails on any under-triage, any wrong pair, and any answer that lowers the urgency by getting worse. */
class SafetyGateTest {
    private static final Path REPORT = Path.of("target", "safety-report.md");

    @Test
    void nobodyIsUnderTriaged() throws IOException {
        GoldSet gold = GoldFiles.read(Path.of("gold"))
                .and(GoldFiles.read(
                        Path.of("src/test/resources/cases/regression.jsonl"),
                        new Origin(Origin.Kind.WORKED, "the specification")));

        SafetyCheck check = SafetyCheck.run(Rulesets.active(), gold);

        String report = SafetyReport.of(check);
        Files.writeString(REPORT, report);
        System.out.println(report);
        assertThat(check.underTriaged()).as("under-triaged, see %s", REPORT).isEmpty();
        assertThat(check.wrongPairs()).as("wrong pairs, see %s", REPORT).isEmpty();
        assertThat(check.monotone().lowered())
                .as("lower the urgency, see %s", REPORT)
                .isEmpty();
        assertThat(check.isPassed()).isTrue();
    }
}
