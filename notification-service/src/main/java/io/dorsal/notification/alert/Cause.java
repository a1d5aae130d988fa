package io.dorsal.notification.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an alert is about, as far as is known by now.
 *
 * @param revision the newest revision known; 1 where none could be read
 * @param urgency that of the newest revision: it may be lower than when the alert was raised, and closes nothing. An alert
 *     for operations, about no patient, says ROUTINE
 * @param rules ids of every EMERGENCY rule that any revision fired; they only ever grow
 * @param headline the rule's title, or what happened; without patient data
 * @param receivedAt when intake accepted what raised the alert; null where that could not be read
 */
public record Cause(
        AlertKind kind,
        int revision,
        Urgency urgency,
        List<String> rules,
        String headline,
        @Nullable Instant receivedAt) {

    public Cause {
        rules = List.copyOf(rules);
    }
}
