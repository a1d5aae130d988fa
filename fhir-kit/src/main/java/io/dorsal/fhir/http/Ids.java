package io.dorsal.fhir.http;

import java.util.Optional;
import java.util.UUID;

/** Reads ids; Java reads abbreviated ones as well, and those are nobody's. */
public final class Ids {

    private static final String URN = "urn:uuid:";

    private Ids() {}

    /** The id of a resource; empty where it is none of ours. */
    public static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The id in an identifier that is an address, with its system or without. */
    public static Optional<UUID> urn(String token) {
        String value = token.substring(token.lastIndexOf('|') + 1);
        return value.startsWith(URN) ? uuid(value.substring(URN.length())) : Optional.empty();
    }

    /** The id in a reference to a resource of this type, relative or absolute. */
    public static Optional<UUID> reference(String reference, String type) {
        String prefix = type + "/";
        int at = reference.lastIndexOf(prefix);
        return at < 0 ? Optional.empty() : uuid(reference.substring(at + prefix.length()));
    }
}
