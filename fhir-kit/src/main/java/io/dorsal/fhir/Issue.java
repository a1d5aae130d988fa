package io.dorsal.fhir;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a request. It repeats nothing of what was sent.
 *
 * @param code of FHIR's issue types
 * @param expression the element at fault, such as {@code QuestionnaireResponse.item[1].item[0].answer[0]}; null where it
 *     is none
 */
public record Issue(String code, String text, @Nullable String expression) {

    /** An element that must not be there, or not like this. */
    public static Issue structure(String text, String expression) {
        return new Issue("structure", text, expression);
    }

    /** An element without which it does not do. */
    public static Issue required(String text, String expression) {
        return new Issue("required", text, expression);
    }

    /** An element with a value that it must not have. */
    public static Issue value(String text, String expression) {
        return new Issue("value", text, expression);
    }
}
