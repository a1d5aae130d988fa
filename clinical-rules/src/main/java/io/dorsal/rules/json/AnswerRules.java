package io.dorsal.rules.json;

import io.dorsal.rules.vocabulary.AnswerType;

/** Says what an answer must be. */
final class AnswerRules {
    private AnswerRules() {}

    static String of(AnswerType type) {
        return switch (type) {
            case AnswerType.YesNo _ -> "must be true or false";
            case AnswerType.WholeNumber(int min, int max) -> "must be a whole number from " + min + " to " + max;
            case AnswerType.OneOf oneOf -> "must be one of " + String.join(", ", oneOf.symbols());
            case AnswerType.SetOf setOf ->
                "must be a list of " + (setOf.atLeast() == 0 ? "any of " : "at least " + setOf.atLeast() + " of ")
                        + String.join(", ", setOf.symbols());
        };
    }
}
