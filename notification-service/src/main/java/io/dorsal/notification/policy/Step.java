package io.dorsal.notification.policy;

import java.time.Duration;
import java.util.List;

/** Who is told, and how long they have to answer before the chain goes on. */
public record Step(List<Contact> contacts, Duration patience) {

    public Step {
        contacts = List.copyOf(contacts);
        if (contacts.isEmpty() || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("a step tells somebody, and waits");
        }
    }
}
