package io.dorsal.rules.docs;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.DerivedNumber;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.AnswerValue;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says conditions in words, as a nested list in Markdown. */
public final class ConditionWords {
    private static final String INDENT = "  ";

    private ConditionWords() {}

    /** The condition as lines of a Markdown list, indented by their depth. */
    public static List<String> lines(Condition condition) {
        List<String> lines = new ArrayList<>();
        add(condition, "", lines);
        return lines;
    }

    /** How a derived number is made. */
    public static String inline(DerivedNumber number) {
        return code(number.from()) + " − ⌊" + code(number.minus()) + " / " + number.per() + "⌋";
    }

    /** The condition in one phrase. */
    public static String inline(Condition condition) {
        return switch (condition) {
            case Condition.AllOf(var parts) -> inline(parts, " and ");
            case Condition.AnyOf(var parts) -> inline(parts, " or ");
            case Condition.AtLeast(int count, var parts) -> "at least " + count + " of: " + inline(parts, ", ");
            case Condition.NoAnswerAmong(var answers) -> "no answer is one of: " + inline(answers, ", ");
            default -> phrase(condition);
        };
    }

    private static String inline(List<? extends Condition> parts, String joiner) {
        return parts.stream().map(ConditionWords::bracketed).collect(Collectors.joining(joiner));
    }

    private static String bracketed(Condition part) {
        boolean composed =
                part instanceof Condition.AllOf || part instanceof Condition.AnyOf || part instanceof Condition.AtLeast;
        return composed ? "(" + inline(part) + ")" : inline(part);
    }

    private static void add(Condition condition, String indent, List<String> lines) {
        switch (condition) {
            case Condition.AllOf(var parts) -> add("all of:", parts, indent, lines);
            case Condition.AnyOf(var parts) -> add("any of:", parts, indent, lines);
            case Condition.AtLeast(int count, var parts) -> add("at least " + count + " of:", parts, indent, lines);
            case Condition.NoAnswerAmong(var answers) -> add("no answer is one of:", answers, indent, lines);
            case Condition.Not(Condition.AllOf(var parts)) -> add("not all of:", parts, indent, lines);
            case Condition.Not(Condition.AnyOf(var parts)) -> add("none of:", parts, indent, lines);
            default -> lines.add(indent + "- " + phrase(condition));
        }
    }

    private static void add(String head, List<? extends Condition> parts, String indent, List<String> lines) {
        lines.add(indent + "- " + head);
        parts.forEach(part -> add(part, indent + INDENT, lines));
    }

    private static String phrase(Condition condition) {
        return switch (condition) {
            case Condition.Always() -> "always";
            case Condition.Is(Question question, int accepted) -> code(question) + " is " + answers(question, accepted);
            case Condition.Not(Condition.Is(Question question, int accepted)) ->
                code(question) + " is not " + answers(question, accepted) + ", or unanswered";
            case Condition.HasAny(Question question, int symbols) ->
                code(question) + " has " + symbols(question, symbols, " or ");
            case Condition.HasAll(Question question, int symbols) ->
                code(question) + " has " + symbols(question, symbols, " and ");
            case Condition.Not(Condition.HasAny(Question question, int symbols)) ->
                code(question) + " lacks " + symbols(question, symbols, " and ") + ", or is unanswered";
            case Condition.Between(Question question, int min, int max) -> {
                AnswerType.WholeNumber type = (AnswerType.WholeNumber) question.type();
                yield code(question) + " is " + bounds(min, max, type.min(), type.max());
            }
            case Condition.Derived(DerivedNumber number, int min, int max) ->
                "*" + number.name() + "* is " + bounds(min, max, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case Condition.Unanswered(Question question) -> code(question) + " is unanswered";
            case Condition.Named(var term) -> "*" + term.name() + "*";
            case Condition.Fires(String rule) -> rule + " fires";
            case Condition.Not(Condition.Fires(String rule)) -> rule + " does not fire";
            case Condition.ScreenIncomplete() -> "a question of the emergency screen is unanswered";
            case Condition.EarlierAssessments(int atLeast) -> "at least " + atLeast + " earlier assessments";
            case Condition.Not(Condition negated) -> "not: " + phrase(negated);
            case Condition.AllOf _, Condition.AnyOf _, Condition.AtLeast _, Condition.NoAnswerAmong _ ->
                inline(condition);
        };
    }

    private static String bounds(int min, int max, int lowest, int highest) {
        if (min > lowest && max < highest) {
            return "from " + min + " to " + max;
        }
        return min > lowest ? "at least " + min : "at most " + max;
    }

    private static String answers(Question question, int accepted) {
        List<String> answers = new ArrayList<>();
        for (int raw = 0; raw < Integer.SIZE; raw++) {
            if ((accepted >>> raw & 1) == 1) {
                answers.add(answer(question, raw));
            }
        }
        return String.join(" or ", answers);
    }

    private static String answer(Question question, int raw) {
        return switch (question.type().value(raw)) {
            case AnswerValue.Flag(boolean yes) -> yes ? "yes" : "no";
            case AnswerValue.Symbol(String symbol) -> symbol;
            case AnswerValue.Whole(int number) -> Integer.toString(number);
            case AnswerValue.Symbols(var symbols) -> symbols.toString();
        };
    }

    private static String symbols(Question question, int mask, String joiner) {
        AnswerType.SetOf type = (AnswerType.SetOf) question.type();
        return String.join(joiner, type.subsets().get(mask));
    }

    private static String code(Question question) {
        return "`" + question.path() + "`";
    }
}
