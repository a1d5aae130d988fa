package io.dorsal.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetyTest {
    private static final String STRAIN = """
            {"id": "%s", "assessment": {"patient": {"reference": "p", "ageYears": 30}, "pain": {"regions": ["LUMBAR"], \
            "severity": 5, "durationDays": 6}%s}, "expected": {"urgency": "%s"}}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void aSetThatIsHeldOutIsRunAndCountedApart() throws IOException {
        Path file = cases(STRAIN.formatted("A", "", "SOON") + "\n" + STRAIN.formatted("B", fever(true), "EMERGENCY"));

        assertThat(run("safety", "--cases", file.toString())).isZero();
        assertThat(out.toString())
                .contains("**Passed**", "| given from outside, origin not told | 2 | 2 | 0 | 0 | 0 |", "77.7 %");
    }

    @Test
    void underTriageExitsWithThreeAndNamesTheCase() throws IOException {
        Path report = folder.resolve("report.md");
        Path file = cases(STRAIN.formatted("A", fever(false), "EMERGENCY"));

        assertThat(run("safety", "--cases", file.toString(), "--report", report.toString()))
                .isEqualTo(Safety.UNSAFE);
        assertThat(out.toString()).contains("held-out.jsonl A", "**under-triaged**");
        assertThat(report).hasContent(out.toString());
    }

    @Test
    void whatIsWrongWithTheCasesIsNamedByLine() throws IOException {
        Path file = cases("no json\n" + STRAIN.formatted("B", ", \"neuro\": {\"bladder\": \"FULL\"}", "LATER"));

        assertThat(run("safety", "--cases", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "held-out.jsonl, line 1: is not one JSON object",
                        "held-out.jsonl, line 2, B: neuro.bladder must be",
                        "held-out.jsonl, line 2, B: expected.urgency must be");
    }

    @Test
    void aRulesetThatIsNoneIsRefusedInASentence() {
        assertThat(run("safety", "--ruleset", folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no such folder").doesNotContain("\tat ");
    }

    private static String fever(boolean fever) {
        return ", \"systemic\": {\"fever\": %s}".formatted(fever);
    }

    private Path cases(String lines) throws IOException {
        return Files.writeString(folder.resolve("held-out.jsonl"), lines);
    }

    private int run(String... args) {
        return Launcher.commandLine(new Console(new PrintWriter(out, true), new PrintWriter(err, true)))
                .execute(args);
    }
}
