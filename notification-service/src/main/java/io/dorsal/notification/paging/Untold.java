package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.delivery.Claim;
import io.dorsal.notification.delivery.DeliveryListener;
import io.dorsal.notification.delivery.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The emergencies known to this instance of which no channel has accepted a delivery yet. Nobody would be told of them if
 * the database, where their deliveries stand, went away now.
 */
public final class Untold implements DeliveryListener {

    private final Map<AlertId, Alert> alerts = new ConcurrentHashMap<>();

    /** Remembers those of the alerts that are emergencies of which nobody was told. */
    public void add(Collection<Alert> some) {
        some.stream().filter(Alert::isUntoldEmergency).forEach(alert -> alerts.putIfAbsent(alert.id(), alert));
    }

    /** Those that are remembered. */
    public List<Alert> all() {
        return List.copyOf(alerts.values());
    }

    /** Since when the one that has waited longest waits; empty where all were told. */
    public Optional<Instant> oldest() {
        return alerts.values().stream().map(Alert::raisedAt).min(Comparator.naturalOrder());
    }

    @Override
    public void attempted(Claim claim, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            alerts.remove(claim.message().alert());
        }
    }

    /** Somebody has taken it. */
    void remove(AlertId alert) {
        alerts.remove(alert);
    }

    /** Forgets those that others have told: of those checked, keeps what the database still knows as untold. */
    void keep(Collection<Alert> checked, Set<AlertId> untold) {
        checked.stream().map(Alert::id).filter(alert -> !untold.contains(alert)).forEach(alerts::remove);
    }
}
