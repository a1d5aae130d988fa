package io.dorsal.intake.form;

import io.dorsal.rules.vocabulary.Question;
import java.util.List;

/**
 * A question as it stands in the form.
 *
 * @param name what it is about, in a word or two
 * @param asks the question in words; empty where the name says it all
 * @param unit of a number; empty where there is none
 * @param screened whether it belongs to the emergency screen
 * @param choices what may be chosen, in order; none for numbers
 */
public record Item(
        Question question,
        String name,
        String asks,
        String unit,
        boolean screened,
        List<Choice> choices,
        Asking asking) {

    public Item {
        choices = List.copyOf(choices);
    }

    /** The same, asked of everybody for whom it makes sense. */
    Item askedWhereItMakesSense() {
        boolean idle = asking instanceof Asking.Where(var _, var otherwise) && otherwise == Asking.Needless.IDLE;
        return idle ? asked(new Asking.Always()) : this;
    }

    /** The same, asked of others. */
    Item asked(Asking of) {
        return new Item(question, name, asks, unit, screened, choices, of);
    }

    /**
     * What may be chosen.
     *
     * @param value as an assessment has it
     * @param meaning what the word stands for; empty where it says enough
     */
    public record Choice(String value, String word, String meaning) {}
}
