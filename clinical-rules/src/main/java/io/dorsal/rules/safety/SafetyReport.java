package io.dorsal.rules.safety;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the outcome of a safety check in Markdown, without any answer of a case. */
public final class SafetyReport {
    private static final double ERROR = 0.05;

    private final SafetyCheck check;
    private final StringBuilder text = new StringBuilder();

    private SafetyReport(SafetyCheck check) {
        this.check = check;
    }

    /** The whole report. */
    public static String of(SafetyCheck check) {
        SafetyReport report = new SafetyReport(check);
        report.head();
        report.byOrigin();
        report.bounds();
        report.wrong();
        report.pairs();
        report.monotone();
        return report.text.toString();
    }

    private void head() {
        line("# Safety of ruleset " + check.ruleset().version());
        line("");
        line("Hash `" + check.ruleset().hash() + "`, status "
                + check.ruleset().status().name().toLowerCase(Locale.ROOT) + ".");
        line("**" + (check.isPassed() ? "Passed" : "Failed") + "**: "
                + check.underTriaged().count()
                + " of " + check.verdicts().size() + " gold cases under-triaged, "
                + check.wrongPairs().count() + " of " + check.pairs().size() + " pairs wrong, "
                + check.monotone().lowered().size() + " answers that lower the urgency by getting worse.");
        line("");
    }

    private void byOrigin() {
        line("## Gold cases by origin");
        line("");
        line("| origin | cases | as expected | also accepted | under-triaged | over-triaged, by levels |");
        line("| --- | --- | --- | --- | --- | --- |");
        for (Origin.Kind kind : Origin.Kind.values()) {
            List<Verdict> all = of(kind);
            long expected = all.stream()
                    .filter(one -> one.decided() == one.gold().expected())
                    .count();
            long accepted = all.stream().filter(Verdict::isAccepted).count() - expected;
            row(
                    kind.words(),
                    all.size(),
                    expected,
                    accepted,
                    all.stream().filter(Verdict::isUnder).count(),
                    overTriage(all));
        }
        line("");
        line(
                "Under-triaged: decided less urgent than every accepted urgency. Over-triaged: more urgent than every one.");
        line(
                "Cases written by ourselves prove nothing about safety; worked cases show that the rules are as specified.");
        line("");
    }

    private static String overTriage(List<Verdict> all) {
        TreeMap<Integer, Long> byLevels = all.stream()
                .filter(one -> one.levelsOver() > 0)
                .collect(Collectors.groupingBy(Verdict::levelsOver, TreeMap::new, Collectors.counting()));
        return byLevels.isEmpty()
                ? "0"
                : byLevels.entrySet().stream()
                        .map(entry -> entry.getValue() + " by " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private void bounds() {
        line("## What that says about other patients");
        line("");
        Stream.of(Origin.Kind.values()).filter(Origin.Kind::isEvidence).forEach(kind -> {
            List<Verdict> all = of(kind);
            if (all.isEmpty() && kind != Origin.Kind.INDEPENDENT) {
                return;
            }
            int under = (int) all.stream().filter(Verdict::isUnder).count();
            double bound = ClopperPearson.upperBound(under, all.size(), ERROR);
            line("- " + kind.words() + ": " + under + " under-triaged of " + all.size() + " run; exact upper 95 % bound"
                    + " on the share of under-triage (Clopper-Pearson, one-sided): "
                    + String.format(Locale.ROOT, "%.1f %%", Math.ceil(bound * 1_000) / 10));
        });
        line("");
        line(
                "The bound holds for patients like those of the cases, if these were drawn at random; published cases are not:"
                        + " they are chosen for being remarkable.");
        line("");
    }

    private void wrong() {
        if (check.verdicts().stream().allMatch(Verdict::isAccepted)) {
            return;
        }
        line("## Cases decided otherwise");
        line("");
        line("| case | origin | accepted | decided | |");
        line("| --- | --- | --- | --- | --- |");
        Stream.concat(
                        check.underTriaged(),
                        check.verdicts().stream().filter(one -> !one.isAccepted() && !one.isUnder()))
                .forEach(one -> row(
                        one.gold().file() + " " + one.gold().id(),
                        one.gold().origin().kind().words(),
                        one.gold().accepted(),
                        one.decided(),
                        one.isUnder() ? "**under-triaged**" : "over-triaged"));
        line("");
    }

    private void pairs() {
        line("## Counterfactual pairs");
        line("");
        line(check.pairs().size() + " pairs, " + check.wrongPairs().count() + " wrong.");
        check.wrongPairs()
                .forEach(wrong -> line("- " + wrong.pair().file() + " "
                        + wrong.pair().id() + ": told "
                        + wrong.pair().urgencyOfOne() + " and " + wrong.pair().urgencyOfOther() + ", decided "
                        + wrong.decidedOne() + " and " + wrong.decidedOther()));
        line("");
    }

    private void monotone() {
        MonotoneSample.Outcome outcome = check.monotone();
        line("## Monotone answers");
        line("");
        line(String.format(
                Locale.ROOT,
                "%,d random assessments (seed %d), %,d answers made worse: %s.",
                outcome.assessments(),
                outcome.seed(),
                outcome.changes(),
                outcome.lowered().isEmpty()
                        ? "none lowered the urgency"
                        : "the urgency fell for "
                                + outcome.lowered().stream().sorted().toList()));
    }

    private List<Verdict> of(Origin.Kind kind) {
        return check.verdicts().stream()
                .filter(one -> one.gold().origin().kind() == kind)
                .toList();
    }

    private void row(Object... cells) {
        line(Stream.of(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
