package io.dorsal.rules.docs;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Classification;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.ConflictNote;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.ruleset.UrgencyPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page to begin with. */
final class OverviewPage {
    private OverviewPage() {}

    static String of(Ruleset ruleset) {
        Markdown page = new Markdown().heading(1, "Rules, version " + ruleset.version());
        page.block(ruleset.title() + ", " + ruleset.status().name().toLowerCase(Locale.ROOT) + ". SHA-256 `"
                + ruleset.hash() + "`.");
        page.block(
                "An assessment is decided by its answers alone. A question that was not answered never counts as a no:"
                        + " a condition on it is not met, and *is not* or *lacks* is. The urgency of a decision is the most urgent"
                        + " of its findings. This is decision support for clinic staff.");
        page.table(
                List.of("rules", "how many"),
                ruleset.tables().stream()
                        .map(table -> List.of(
                                "[" + table.title() + "](" + RulePages.fileName(table) + ")",
                                Integer.toString(table.rules().size())))
                        .toList());
        page.block("What they are made of: [terms](terms.md), [vocabulary](vocabulary.md), [sources](sources.md),"
                + " [advice](advice.md).");
        urgencies(ruleset, page);
        screen(ruleset, page);
        page.heading(2, "Classes");
        page.block("The first that fits.");
        page.lines(classes(ruleset.durationClasses()));
        page.lines(classes(ruleset.patterns()));
        conflicts(ruleset, page);
        page.heading(2, "Queues");
        page.lines(Arrays.stream(Queue.values())
                .map(queue -> "- " + queue + ": " + ruleset.queues().get(queue))
                .toList());
        return page.toString();
    }

    private static void urgencies(Ruleset ruleset, Markdown page) {
        page.heading(2, "Urgencies");
        page.block("From most to least urgent. A network may set other targets; the order is fixed.");
        page.table(
                List.of("urgency", "asks", "target"),
                Arrays.stream(Urgency.values())
                        .map(urgency ->
                                Objects.requireNonNull(ruleset.urgencies().get(urgency)))
                        .map(policy -> List.of(policy.urgency().name(), policy.asks(), target(policy)))
                        .toList());
    }

    private static String target(UrgencyPolicy policy) {
        String target = words(policy.target());
        return policy.alertAcknowledgedWithin() == null
                ? target
                : target + "; alert acknowledged within " + words(policy.alertAcknowledgedWithin());
    }

    private static String words(@Nullable Duration duration) {
        if (duration == null) {
            return "none";
        }
        if (duration.isZero()) {
            return "now";
        }
        if (duration.toHours() == 0) {
            return duration.toMinutes() + " minutes";
        }
        return duration.toDays() <= 1 ? duration.toHours() + " hours" : duration.toDays() + " days";
    }

    private static void screen(Ruleset ruleset, Markdown page) {
        page.heading(2, "Emergency screen");
        page.block("Questions that are unanswered are listed in the decision, in this order.");
        page.lines(ruleset.screen().stream().map(OverviewPage::asked).toList());
    }

    private static String asked(ScreenQuestion asked) {
        String question =
                "- `" + asked.question().path() + "`: " + asked.question().asks();
        return asked.when() instanceof Condition.Always
                ? question
                : question + " Asked when " + ConditionWords.inline(asked.when()) + ".";
    }

    private static <C extends Enum<C>> List<String> classes(Classification<C> classification) {
        return classification.cases().stream()
                .map(one -> "- " + one.name() + ": " + ConditionWords.inline(one.when()))
                .toList();
    }

    private static void conflicts(Ruleset ruleset, Markdown page) {
        page.heading(2, "Where the sources differ");
        page.table(
                List.of("question", "sources", "resolved", "rules"),
                ruleset.conflicts().stream()
                        .map(note -> List.of(
                                note.question(),
                                note.positions().stream()
                                        .map(OverviewPage::position)
                                        .collect(Collectors.joining("; ")),
                                note.resolved(),
                                String.join(", ", note.rules())))
                        .toList());
    }

    private static String position(ConflictNote.Position position) {
        return position.source() + ": " + position.says();
    }
}
