package io.dorsal.rules.docs;

import io.dorsal.rules.ruleset.Advice;
import io.dorsal.rules.ruleset.Advice.Audience;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Pages on what rules are made of. */
final class ReferencePages {
    private ReferencePages() {}

    static String terms(Ruleset ruleset) {
        Markdown page = new Markdown().heading(1, "Terms");
        page.block("Named once, and used by the rules under their names.");
        ruleset.numbers().forEach(number -> {
            page.heading(2, number.name());
            page.block(number.means());
            page.block(ConditionWords.inline(number));
        });
        ruleset.terms().forEach(term -> {
            page.heading(2, term.name());
            page.block(term.means());
            page.block("Met when").lines(ConditionWords.lines(term.when()));
        });
        return page.toString();
    }

    static String vocabulary(Vocabulary vocabulary) {
        Markdown page = new Markdown().heading(1, "Vocabulary");
        page.block("Every question that an assessment can answer. All may be left open but the required ones.");
        for (String group : vocabulary.groups()) {
            page.heading(2, group);
            page.table(
                    List.of("answer", "type", "question"),
                    vocabulary.group(group).stream()
                            .map(question -> List.of("`" + question.path() + "`", type(question), question.asks()))
                            .toList());
        }
        return page.toString();
    }

    private static String type(Question question) {
        String type = switch (question.type()) {
            case AnswerType.YesNo _ -> "yes or no";
            case AnswerType.WholeNumber(int min, int max) -> "number from " + min + " to " + max;
            case AnswerType.OneOf oneOf -> "one of " + symbols(question, oneOf.symbols());
            case AnswerType.SetOf setOf ->
                (setOf.atLeast() > 0 ? "at least " + setOf.atLeast() + " of " : "any of ")
                        + symbols(question, setOf.symbols());
        };
        return question.required() ? type + "; required" : type;
    }

    private static String symbols(Question question, List<String> symbols) {
        return symbols.stream()
                .map(symbol -> question.meanings().containsKey(symbol)
                        ? symbol + " (" + question.meanings().get(symbol) + ")"
                        : symbol)
                .collect(Collectors.joining(", "));
    }

    static String sources(Ruleset ruleset) {
        Markdown page = new Markdown().heading(1, "Sources");
        ruleset.sources().forEach(source -> {
            page.heading(2, source.id());
            page.block("*" + source.title() + "*, " + source.by() + ". " + source.about() + " Found: " + source.find()
                    + ".");
            if (!source.parts().isEmpty()) {
                page.lines(source.parts().entrySet().stream()
                        .map(part -> "- " + part.getKey() + ": " + part.getValue())
                        .toList());
            }
        });
        return page.toString();
    }

    static String advice(Ruleset ruleset) {
        Markdown page = new Markdown().heading(1, "Advice");
        page.block(
                "What a decision says to the clinic and to the patient, in this order. No text may tell a patient that"
                        + " nothing is wrong.");
        advice(ruleset, page, "To the clinic", Audience.CLINIC);
        advice(ruleset, page, "To the patient", Audience.PATIENT);
        return page.toString();
    }

    private static void advice(Ruleset ruleset, Markdown page, String heading, Audience audience) {
        page.heading(2, heading);
        page.table(
                List.of("when", "text"),
                ruleset.advice().stream()
                        .filter(advice -> advice.audience() == audience)
                        .map(advice -> List.of(when(advice), advice.text()))
                        .toList());
    }

    private static String when(Advice advice) {
        List<String> when = new ArrayList<>();
        if (!advice.urgencies().isEmpty()) {
            when.add(advice.urgencies().stream().sorted().map(Enum::name).collect(Collectors.joining(" or ")));
        }
        if (!advice.rules().isEmpty()) {
            when.add(String.join(" or ", advice.rules()) + " fires");
        }
        advice.situations().stream().sorted().forEach(situation -> when.add(situation.spelling()));
        if (!(advice.answers() instanceof Condition.Always)) {
            when.add(ConditionWords.inline(advice.answers()));
        }
        return when.isEmpty() ? "always" : String.join("; ", when);
    }
}
