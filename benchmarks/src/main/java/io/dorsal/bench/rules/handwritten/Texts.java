package io.dorsal.bench.rules.handwritten;

import io.dorsal.rules.ruleset.Advice;
import io.dorsal.rules.ruleset.Advice.Audience;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The words of the ruleset's advice; when they are given is written by hand. */
final class Texts {
    private final Map<String, String> byId;

    Texts(Ruleset ruleset, Audience audience) {
        this.byId = ruleset.advice().stream()
                .filter(advice -> advice.audience() == audience)
                .collect(Collectors.toMap(Advice::id, Advice::text));
    }

    String of(String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    /** A text around details. */
    Around around(String id, String placeholder) {
        String text = of(id);
        int at = text.indexOf(placeholder);
        return new Around(text.substring(0, at), text.substring(at + placeholder.length()));
    }

    record Around(String before, String after) {
        String with(String details) {
            return before + details + after;
        }
    }
}
