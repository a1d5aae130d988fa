package io.dorsal.platform.replay;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Ruleset;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report for people. Lists go through it line by line, however long they are. */
final class MarkdownReport {

    private static final String WHAT_IS_COMPARED = """
            Both rulesets decided on the same answers and the same counts of earlier assessments. What was decided when they
            came in plays no part. Every revision counts for itself, and a record that stands in a topic twice counts twice.
            """;

    private final Subject subject;
    private final Tally tally;
    private final Lists lists;

    MarkdownReport(Subject subject, Tally tally, Lists lists) {
        this.subject = subject;
        this.tally = tally;
        this.lists = lists;
    }

    /** Writes it to a file. */
    void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file);
                PrintWriter out = new PrintWriter(writer)) {
            summary(out);
            transitions(out);
            responsible(out);
            failed(out);
            lowered(out);
            unreadable(out);
            if (out.checkError()) {
                throw new IOException(file + " could not be written");
            }
        }
    }

    private void summary(PrintWriter out) {
        out.printf("# Replay of the ruleset %s%n%n", subject.candidate().version());
        out.printf("The candidate %s against the active %s.%n", named(subject.candidate()), named(subject.active()));
        out.print(WHAT_IS_COMPARED);
        out.print("\n| | |\n| --- | ---: |\n");
        row(out, "assessments received", subject.range().words());
        row(out, "the first of them", orNone(tally.firstReceivedAt()));
        row(out, "the last of them", orNone(tally.lastReceivedAt()));
        row(out, "compared", tally.comparedCases());
        row(out, "**would change**", tally.changedCases());
        row(out, "would be raised", tally.changedCases() - tally.loweredCases());
        row(out, "**would be lowered**", tally.loweredCases());
        row(out, "**of them emergencies**", tally.loweredEmergencies());
        row(out, "same urgency by other rules", tally.otherRulesCases());
        row(out, "the platform's own tests, left out", tally.syntheticCases());
        row(out, "records that could not be read", tally.unreadableRecords());
    }

    private void transitions(PrintWriter out) {
        out.print("\n## From what to what\n");
        if (tally.transitions().isEmpty()) {
            out.println("No urgency would change.");
            return;
        }
        out.print("Rows: the active ruleset. Columns: the candidate.\n\n");
        out.println(
                Arrays.stream(Urgency.values()).map(Urgency::name).collect(Collectors.joining(" | ", "| | ", " |")));
        out.println("| --- |" + " ---: |".repeat(Urgency.values().length));
        for (Urgency from : Urgency.values()) {
            out.println(Arrays.stream(Urgency.values())
                    .map(to -> from == to ? "–" : count(tally.transitions().getOrDefault(new Transition(from, to), 0L)))
                    .collect(Collectors.joining(" | ", "| " + from + " | ", " |")));
        }
    }

    private void responsible(PrintWriter out) {
        if (tally.responsibleRules().isEmpty()) {
            return;
        }
        out.print("\n## Which rules are responsible\n");
        out.print("Each change by the most urgent rule that fired on its more urgent side alone.\n\n");
        out.print("| rule | from | to | assessments |\n| --- | --- | --- | ---: |\n");
        for (Map.Entry<Tally.Responsible, Long> entry : tally.responsibleRules()) {
            Transition transition = entry.getKey().transition();
            out.printf(
                    "| %s | %s | %s | %s |%n",
                    entry.getKey().rule(), transition.from(), transition.to(), count(entry.getValue()));
        }
    }

    private void failed(PrintWriter out) {
        if (!tally.failedRules().isEmpty()) {
            out.print("\n## Rules of the candidate that could not be evaluated\nThey count as fired.\n\n");
            tally.failedRules().forEach((rule, cases) -> out.printf("- %s: %s%n", rule, count(cases)));
        }
    }

    private void lowered(PrintWriter out) {
        out.print("\n## Assessments that would be lowered\n");
        if (tally.loweredCases() == 0) {
            out.println("None.");
            return;
        }
        out.print("Each with the rules that account for it.\n");
        tally.transitions().forEach((transition, cases) -> {
            if (transition.isLowered()) {
                out.printf("%n### From %s to %s: %s%n", transition.from(), transition.to(), count(cases));
                lists.lowered(
                        transition,
                        one -> out.printf(
                                "- `%s`, revision %d: %s%n",
                                one.assessmentId(), one.revision(), String.join(", ", one.rules())));
            }
        });
    }

    private void unreadable(PrintWriter out) {
        if (tally.unreadableRecords() > 0) {
            out.print("\n## Records that could not be read\n");
            lists.unreadable(record -> out.printf(
                    "- %s, partition %d, offset %d: %s%n",
                    record.topic(), record.partition(), record.offset(), record.reason()));
        }
    }

    private static String named(Ruleset ruleset) {
        return "%s (`%s`)".formatted(ruleset.version(), ruleset.hash());
    }

    private static void row(PrintWriter out, String what, long count) {
        row(out, what, count(count));
    }

    private static void row(PrintWriter out, String what, String value) {
        out.printf("| %s | %s |%n", what, value);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String orNone(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }
}
