package io.dorsal.bench.rules.peer;

import io.dorsal.bench.rules.Logic;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes conditions as expressions of Java over whole numbers, -1 for what was not answered.
 *
 * @param nameOf how an answer is named
 * @param earlier how the count of earlier assessments is named
 */
record JavaExpression(Function<Question, String> nameOf, String earlier) {

    String of(Logic logic) {
        return switch (logic) {
            case Logic.OneOf(var question, int accepted) -> oneOf(question, accepted, " == ", " || ");
            case Logic.AnySymbol _, Logic.AllSymbols _, Logic.Derived _ -> call(logic);
            case Logic.Between(var question, int min, int max) -> between(question, min, max);
            case Logic.Unanswered(var question) -> name(question) + " == -1";
            case Logic.EarlierAssessments(int atLeast) -> earlier + " >= " + atLeast;
            case Logic.All(var parts) -> parts.isEmpty() ? "true" : joined(parts, " && ");
            case Logic.Any(var parts) -> joined(parts, " || ");
            case Logic.AtLeast(int count, var parts) -> sum(parts) + " >= " + count;
            case Logic.Not(var negated) -> not(negated);
        };
    }

    /** Negation is written inwards, since not every peer reads it in front of a whole expression. */
    private String not(Logic logic) {
        return switch (logic) {
            case Logic.OneOf(var question, int accepted) -> oneOf(question, accepted, " != ", " && ");
            case Logic.AnySymbol _, Logic.AllSymbols _, Logic.Derived _ -> "!" + call(logic);
            case Logic.Between(var question, int min, int max) ->
                "(%1$s < %2$d || %1$s > %3$d)".formatted(name(question), min, max);
            case Logic.Unanswered(var question) -> name(question) + " != -1";
            case Logic.EarlierAssessments(int atLeast) -> earlier + " < " + atLeast;
            case Logic.All(var parts) -> parts.isEmpty() ? "false" : joined(negated(parts), " || ");
            case Logic.Any(var parts) -> joined(negated(parts), " && ");
            case Logic.AtLeast(int count, var parts) -> sum(parts) + " < " + count;
            case Logic.Not(var negated) -> of(negated);
        };
    }

    private static List<Logic> negated(List<Logic> parts) {
        return parts.stream().<Logic>map(Logic.Not::new).toList();
    }

    /** Counts single answers, which is all that rules count. */
    private String sum(List<Logic> parts) {
        return parts.stream()
                .map(part -> "%s.one(%s)".formatted(Tests.NAME, call(part)))
                .collect(Collectors.joining(" + ", "(", ")"));
    }

    private String call(Logic logic) {
        return switch (logic) {
            case Logic.OneOf(var question, int accepted) -> call("oneOf", name(question), accepted);
            case Logic.AnySymbol(var question, int symbols) -> call("any", name(question), symbols);
            case Logic.AllSymbols(var question, int symbols) -> call("all", name(question), symbols);
            case Logic.Between(var question, int min, int max) -> call("between", name(question), min, max);
            case Logic.Derived(var number, int min, int max) ->
                call("derived", name(number.from()), name(number.minus()), number.per(), min, max);
            case Logic.Unanswered _,
                    Logic.EarlierAssessments _,
                    Logic.All _,
                    Logic.Any _,
                    Logic.AtLeast _,
                    Logic.Not _ -> throw new IllegalArgumentException("is no single answer: " + logic);
        };
    }

    private static String call(String test, Object... arguments) {
        return List.of(arguments).stream()
                .map(Object::toString)
                .collect(Collectors.joining(", ", Tests.NAME + "." + test + "(", ")"));
    }

    private String joined(List<Logic> parts, String operator) {
        return parts.stream().map(this::of).collect(Collectors.joining(operator, "(", ")"));
    }

    private String name(Question question) {
        return nameOf.apply(question);
    }

    private String oneOf(Question question, int accepted, String comparing, String operator) {
        String alternatives = Symbols.of(accepted)
                .mapToObj(raw -> name(question) + comparing + raw)
                .collect(Collectors.joining(operator));
        return Integer.bitCount(accepted) == 1 ? alternatives : "(" + alternatives + ")";
    }

    /** A bound that no answer can pass is left out. */
    private String between(Question question, int min, int max) {
        String name = name(question);
        boolean isLowest = question.type() instanceof AnswerType.WholeNumber type && max >= type.max();
        return isLowest ? name + " >= " + min : "(%1$s >= %2$d && %1$s <= %3$d)".formatted(name, min, max);
    }
}
