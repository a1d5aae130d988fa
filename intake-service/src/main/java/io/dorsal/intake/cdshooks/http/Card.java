package io.dorsal.intake.cdshooks.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a card.
 *
 * @param uuid of the decision, so that feedback finds it
 * @param summary a sentence of fewer than 140 characters
 * @param detail in GitHub-flavoured Markdown
 */
record Card(
        UUID uuid,
        String summary,
        String detail,
        Indicator indicator,
        Source source,
        List<Coding> overrideReasons,
        List<Link> links) {

    /** How urgent, in the words of CDS Hooks. */
    enum Indicator {
        info,
        warning,
        critical
    }

    /** What the decision goes by. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Source(String label, URI url, @Nullable Coding topic) {}

    /** Where to read more. */
    record Link(String label, URI url, String type) {}
}
