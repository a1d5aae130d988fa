package io.dorsal.intake.form.http;

import io.dorsal.intake.form.Item.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the form shows.
 *
 * @param account whose drafts are kept apart
 * @param questions all of them, rendered
 * @param words of queues, urgencies and sources, by what decisions call them
 */
record FormView(String account, @Nullable String onCallPhone, String questions, Map<String, String> words) {

    /** @param folded when it unfolds, as JSON; null where it always stands open */
    record SectionView(
            String id, String title, String hint, @Nullable String folded, List<ItemView> items) {}

    /**
     * A question.
     *
     * @param kind how it is answered: yesNo, oneOf, setOf, regions, scale or number
     * @param required empty, or null where it is not: an attribute that is there or not
     * @param screen the same, of the emergency screen
     * @param where when it is asked, as JSON; null: always
     */
    record ItemView(
            String path,
            String kind,
            String name,
            String asks,
            String unit,
            @Nullable String required,
            @Nullable String screen,
            @Nullable String where,
            int min,
            int max,
            List<Choice> choices) {

        /** Whether more than one can be chosen. */
        public boolean several() {
            return kind.equals("setOf") || kind.equals("regions");
        }
    }
}
