package io.dorsal.triage.rulesets.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.docs.ConditionWords;
import io.dorsal.rules.policy.EffectiveRuleset;
import io.dorsal.rules.ruleset.Citation;
import io.dorsal.rules.ruleset.Classification;
import io.dorsal.rules.ruleset.ConflictNote;
import io.dorsal.rules.ruleset.DerivedNumber;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.ruleset.Source;
import io.dorsal.rules.ruleset.Term;
import io.dorsal.rules.ruleset.UrgencyPolicy;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ruleset as it is served: rules in order of precedence, conditions in words, durations in ISO 8601.
 *
 * @param network the network that decides by it; absent, as all origins are, where the ruleset itself is served
 * @param ruleset the ruleset that the network's policy was applied to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RulesetView(
        @Nullable String network,
        String version,
        String hash,
        @Nullable OwnView ruleset,
        String status,
        String title,
        List<UrgencyView> urgencies,
        List<RuleView> rules,
        List<NumberView> numbers,
        List<TermView> terms,
        List<String> emergencyScreen,
        List<ScreenView> emergencyScreenQuestions,
        List<ClassView> durationClasses,
        List<ClassView> patterns,
        Map<Queue, String> queues,
        List<Source> sources,
        List<ConflictNote> conflicts) {

    /** The ruleset itself. */
    static RulesetView of(Ruleset ruleset) {
        return of(ruleset, null, null, UrgencyView::of, RuleView::of);
    }

    /** The ruleset by which a network decides, with the origin of each value that a policy may change. */
    static RulesetView of(String network, EffectiveRuleset effective) {
        Ruleset own = effective.own();
        return of(
                effective.ruleset(),
                network,
                new OwnView(own.version(), own.hash()),
                policy -> UrgencyView.of(policy).with(UrgencyOrigins.of(policy.urgency(), effective)),
                (table, rule) -> RuleView.of(table, rule).with(RuleOrigins.of(rule.id(), effective)));
    }

    private static RulesetView of(
            Ruleset ruleset,
            @Nullable String network,
            @Nullable OwnView own,
            Function<UrgencyPolicy, UrgencyView> urgencies,
            BiFunction<RuleTable, Rule, RuleView> rules) {
        return new RulesetView(
                network,
                ruleset.version(),
                ruleset.hash(),
                own,
                ruleset.status().name(),
                ruleset.title(),
                ruleset.urgencies().values().stream()
                        .sorted(Comparator.comparing(UrgencyPolicy::urgency))
                        .map(urgencies)
                        .toList(),
                ruleset.tables().stream()
                        .flatMap(table -> table.rules().stream().map(rule -> rules.apply(table, rule)))
                        .toList(),
                ruleset.numbers().stream().map(NumberView::of).toList(),
                ruleset.terms().stream().map(TermView::of).toList(),
                ruleset.screen().stream()
                        .map(screened -> screened.question().path())
                        .toList(),
                ruleset.screen().stream().map(ScreenView::of).toList(),
                ClassView.of(ruleset.durationClasses()),
                ClassView.of(ruleset.patterns()),
                ruleset.queues(),
                ruleset.sources(),
                ruleset.conflicts());
    }

    /** The ruleset that a policy was applied to. */
    record OwnView(String version, String hash) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UrgencyView(
            Urgency urgency,
            String asks,
            @Nullable Duration target,
            @Nullable Duration alertAcknowledgedWithin,
            @Nullable UrgencyOrigins origins) {

        static UrgencyView of(UrgencyPolicy policy) {
            return new UrgencyView(
                    policy.urgency(), policy.asks(), policy.target(), policy.alertAcknowledgedWithin(), null);
        }

        UrgencyView with(UrgencyOrigins known) {
            return new UrgencyView(urgency, asks, target, alertAcknowledgedWithin, known);
        }
    }

    record NumberView(String number, String means, String is) {

        static NumberView of(DerivedNumber number) {
            return new NumberView(number.name(), number.means(), ConditionWords.inline(number));
        }
    }

    /** A question of the screen, and when it belongs there. */
    record ScreenView(String question, String asks, List<String> when) {

        static ScreenView of(ScreenQuestion screened) {
            return new ScreenView(
                    screened.question().path(), screened.question().asks(), ConditionWords.lines(screened.when()));
        }
    }

    /** A class, which an assessment belongs to if no class before it applies. */
    record ClassView(String name, List<String> when) {

        static <C extends Enum<C>> List<ClassView> of(Classification<C> classification) {
            return classification.cases().stream()
                    .map(one -> new ClassView(one.name().name(), ConditionWords.lines(one.when())))
                    .toList();
        }
    }

    record TermView(String term, String means, List<String> when) {

        static TermView of(Term term) {
            return new TermView(term.name(), term.means(), ConditionWords.lines(term.when()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(
            String rule,
            String title,
            RuleTable.Kind kind,
            Urgency urgency,
            List<String> when,
            List<Queue> queues,
            @Nullable String workUp,
            String explanation,
            List<Citation> sources,
            @Nullable RuleOrigins origins) {

        static RuleView of(RuleTable table, Rule rule) {
            return new RuleView(
                    rule.id(),
                    rule.title(),
                    table.kind(),
                    rule.urgency(),
                    ConditionWords.lines(rule.when()),
                    rule.queues(),
                    rule.workUp(),
                    rule.explanation(),
                    rule.sources(),
                    null);
        }

        RuleView with(RuleOrigins known) {
            return new RuleView(rule, title, kind, urgency, when, queues, workUp, explanation, sources, known);
        }
    }
}
