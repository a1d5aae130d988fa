package io.dorsal.intake.form.http;

import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.Source;
import java.util.LinkedHashMap;
import java.util.Map;

/** What decisions call by symbols, in words. */
final class DecisionWords {

    private DecisionWords() {}

    /** By the kind of the symbol and itself, as {@code queue.NEUROSURGERY}. */
    static Map<String, String> of(Ruleset ruleset) {
        Map<String, String> words = new LinkedHashMap<>();
        ruleset.urgencies().forEach((urgency, policy) -> words.put("urgency." + urgency, policy.asks()));
        ruleset.queues().forEach((queue, name) -> words.put("queue." + queue, name));
        for (Source source : ruleset.sources()) {
            words.put("source." + source.id(), source.title());
            source.parts().forEach((part, title) -> words.put("source." + part, title));
        }
        return words;
    }
}
