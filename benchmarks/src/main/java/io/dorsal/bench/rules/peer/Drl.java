package io.dorsal.bench.rules.peer;

import io.dorsal.bench.rules.Fired;
import io.dorsal.bench.rules.Logic;
import io.dorsal.bench.rules.Rulebook;
import io.dorsal.bench.rules.Rulebook.Entry;
import io.dorsal.rules.vocabulary.Question;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rules in the language of Drools. An assessment is a fact with a field for each question; one without a finding is
 * a fact of another type, which the pathway rules are about.
 */
final class Drl {
    static final String PACKAGE = "bench";
    static final String ASSESSMENT = "Assessment";
    static final String WITHOUT_FINDING = "WithoutFinding";
    static final String CONDITIONS = "conditions";
    static final String PATHWAY = "pathway";
    static final String EARLIER = "earlierAssessments";

    private static final JavaExpression EXPRESSION = new JavaExpression(Drl::name, EARLIER);

    private Drl() {}

    static String of(Rulebook rulebook) {
        String fields = rulebook.vocabulary().questions().stream()
                .map(question -> "  " + name(question) + " : int\n")
                .collect(Collectors.joining("", "", "  " + EARLIER + " : int\n"));
        return """
                package %s;
                global %2$s %3$s;
                global %2$s %4$s;
                declare %5$s
                %6$send
                declare %7$s
                %6$send
                """.formatted(PACKAGE, Fired.class.getName(), CONDITIONS, PATHWAY, ASSESSMENT, fields, WITHOUT_FINDING)
                + rules(rulebook.conditions(), ASSESSMENT, CONDITIONS)
                + rules(rulebook.pathway(), WITHOUT_FINDING, PATHWAY);
    }

    /** The field that holds the answer. */
    static String name(Question question) {
        String name = question.name();
        return question.group() + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String rules(List<Entry> rules, String fact, String fired) {
        return rules.stream()
                .map(rule -> """
                        rule "%s" when
                          %s(%s)
                        then
                          %s.add(%d);
                        end
                        """.formatted(rule.id(), fact, constraints(rule.when()), fired, rule.rank()))
                .collect(Collectors.joining());
    }

    private static String constraints(Logic when) {
        return when instanceof Logic.All(var parts)
                ? parts.stream().map(EXPRESSION::of).collect(Collectors.joining(", "))
                : EXPRESSION.of(when);
    }
}
