package io.dorsal.notification.reading;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import java.time.Instant;
import java.util.List;

/**
 * How far the telling of an alert has come.
 *
 * @param networkId empty where it is not known
 * @param tried the latest attempt of each contact and channel, by contact
 */
public record TellingRead(AlertId alert, AlertKind kind, String networkId, List<Tried> tried) {

    public TellingRead {
        tried = List.copyOf(tried);
    }

    /**
     * How somebody was last tried.
     *
     * @param outcome {@code ACCEPTED}, {@code FAILED}, {@code REFUSED} or {@code GONE}
     * @param times how often in a row it ended so
     */
    public record Tried(String contact, String channel, String outcome, Instant at, int times) {}
}
