package io.dorsal.rules.engine;

import io.dorsal.rules.clauses.ClauseTable;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.Question;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All rules of a ruleset made ready to be settled together: by a table as far as it reaches, by checks of what it leaves
 * over. A rule whose check is not made of its own condition is left over whole.
 */
final class RuleSettling {
    private final CompiledRule[] rules;
    private final ClauseTable table;
    private final long[] settledByTable;
    private final BitSet[] askedByChecks;

    /** @param rules numbered as they are given */
    RuleSettling(Ruleset ruleset, List<Rule> rules, CheckSource checks, Reasons reasons) {
        this.table = new ClauseTable(
                ruleset.vocabulary(),
                rules.stream()
                        .map(rule -> isForTable(rule, checks, ruleset) ? rule.when() : new Condition.Always())
                        .toList(),
                ruleset.screen());
        this.rules = new CompiledRule[rules.size()];
        this.settledByTable = Bits.forSize(rules.size());
        this.askedByChecks = new BitSet[rules.size()];
        for (int i = 0; i < this.rules.length; i++) {
            Rule rule = rules.get(i);
            Optional<Condition> rest = isForTable(rule, checks, ruleset) ? table.rest(i) : Optional.of(rule.when());
            if (rest.isEmpty()) {
                Bits.set(settledByTable, i);
            }
            BitSet asked = new BitSet();
            rest.ifPresent(left -> asked(left, ruleset.screen()).forEach(question -> asked.set(question.index())));
            this.askedByChecks[i] = asked;
            Check check = checks.check(rule);
            Check checkOfRest = checks.check(rule.under(rest.orElse(new Condition.Always())));
            Citing citing = isForTable(rule, checks, ruleset)
                    ? CitingCompiler.compile(
                            rule.when(), ruleset.vocabulary(), condition -> checks.check(rule.under(condition)))
                    : Citing.by(check);
            this.rules[i] = new CompiledRule(rule, check, checkOfRest, citing, reasons);
        }
    }

    /** A rule that asks what the vocabulary does not have fails where it is evaluated, and counts as fired. */
    private static boolean isForTable(Rule rule, CheckSource checks, Ruleset ruleset) {
        int questions = ruleset.vocabulary().size();
        return checks.isOwn(rule) && Conditions.questions(rule.when()).allMatch(asked -> asked.index() < questions);
    }

    private static Stream<Question> asked(Condition condition, List<ScreenQuestion> screen) {
        boolean asksScreen = Conditions.all(condition).anyMatch(Condition.ScreenIncomplete.class::isInstance);
        return Stream.concat(
                Conditions.questions(condition),
                asksScreen
                        ? screen.stream()
                                .flatMap(one ->
                                        Stream.concat(Stream.of(one.question()), Conditions.questions(one.when())))
                        : Stream.of());
    }

    int size() {
        return rules.length;
    }

    CompiledRule rule(int index) {
        return rules[index];
    }

    /** Whether the rule fires wherever it is a candidate. */
    boolean isSettledByTable(int rule) {
        return Bits.isSet(settledByTable, rule);
    }

    ClauseTable table() {
        return table;
    }

    /** Whether a check of what the table leaves over looks at the question. */
    boolean isAskedByChecks(Question question) {
        return isAskedByChecks(question, 0, rules.length);
    }

    private boolean isAskedByChecks(Question question, int from, int to) {
        return IntStream.range(from, to).anyMatch(rule -> askedByChecks[rule].get(question.index()));
    }

    /** Whether it is all the same to the rules from one to before another which of the two answers the question has. */
    boolean areAlike(Question question, int raw, int other, int from, int to) {
        return !isAskedByChecks(question, from, to)
                && !table.isPartOfDerived(question)
                && table.areAlike(question, raw, other, from, to);
    }
}
