package io.dorsal.notification.policy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be reached.
 *
 * @param id stable: it is part of delivery ids
 * @param subject the subject under which this person signs in; null where the contact is no single person
 */
public record Contact(
        String id,
        String name,
        @Nullable String email,
        @Nullable URI webhook,
        @Nullable String subject) {

    public Contact {
        if (id.isBlank() || (email == null && webhook == null)) {
            throw new IllegalArgumentException("a contact has an id and can be reached: " + id);
        }
    }

    /** The ways to reach this contact; at least one. */
    public List<ChannelKind> channels() {
        List<ChannelKind> channels = new ArrayList<>();
        if (email != null) {
            channels.add(ChannelKind.EMAIL);
        }
        if (webhook != null) {
            channels.add(ChannelKind.WEBHOOK);
        }
        return channels;
    }
}
