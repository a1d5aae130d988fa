package io.dorsal.platform.launcher;

import io.dorsal.platform.process.PartFailure;
import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.safety.BrokenGoldCases;
import io.dorsal.rules.safety.GoldSet;
import io.dorsal.rules.safety.Origin;
import io.dorsal.rules.safety.SafetyCheck;
import io.dorsal.rules.safety.SafetyReport;
import io.dorsal.rules.yaml.GoldFiles;
import io.dorsal.rules.yaml.Rulesets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs gold cases by a ruleset, and says how safe that shows it to be. Needs nothing that runs. */
@Command(
        name = "safety",
        description =
                "Runs gold cases by a ruleset and prints a report; exits with 3 if a patient is under-triaged, a pair is"
                        + " wrong, or a worse answer lowers an urgency.",
        mixinStandardHelpOptions = true)
final class Safety implements Callable<Integer> {

    static final int UNSAFE = 3;

    private static final Origin WORKED = new Origin(Origin.Kind.WORKED, "the specification");

    private final Console console;

    @Option(
            names = "--cases",
            paramLabel = "PATH",
            description = "A file or folder of gold cases, YAML or JSON lines (default: those of the project).")
    private @Nullable Path cases;

    @Option(
            names = "--ruleset",
            paramLabel = "PATH",
            description = "The folder of a ruleset (default: the active one).")
    private @Nullable Path ruleset;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the report there, too.")
    private @Nullable Path report;

    Safety(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SafetyCheck check = check();
        String text = SafetyReport.of(check);
        console.out().print(text);
        console.out().flush();
        write(text);
        return check.isPassed() ? 0 : UNSAFE;
    }

    private SafetyCheck check() {
        try {
            Ruleset run = ruleset == null ? Rulesets.active() : Rulesets.forReplay(ruleset);
            return SafetyCheck.run(run, cases == null ? ofTheProject() : GoldFiles.read(cases));
        } catch (BrokenRuleset | BrokenGoldCases e) {
            throw new PartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static GoldSet ofTheProject() {
        Path rules = Home.root().resolve("clinical-rules");
        return GoldFiles.read(rules.resolve("gold"))
                .and(GoldFiles.read(rules.resolve("src/test/resources/cases/regression.jsonl"), WORKED));
    }

    private void write(String text) {
        if (report == null) {
            return;
        }
        try {
            Files.writeString(report, text);
        } catch (IOException e) {
            throw new PartFailure("the report cannot be written to " + report, e);
        }
    }
}
