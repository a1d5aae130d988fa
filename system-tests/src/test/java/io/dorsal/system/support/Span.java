package io.dorsal.system.support;

import java.util.Map;

/**
 * A span as a service has exported it.
 *
 * @param parent empty where it is the root of its trace
 * @param text all that it says
 */
public record Span(
        String service,
        String trace,
        String id,
        String parent,
        String name,
        Map<String, String> attributes,
        String text) {

    public Span {
        attributes = Map.copyOf(attributes);
    }

    /** An attribute; empty where it has none of that name. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
