package io.dorsal.notification.observing;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.delivery.Claim;
import io.dorsal.notification.delivery.DeliveryListener;
import io.dorsal.notification.delivery.Outcome;
import io.dorsal.notification.paging.Milestones;
import io.dorsal.notification.paging.ParkedRecord;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** What this service measures. Names and tags are public API. */
public final class NotificationMetrics implements DeliveryListener, Milestones {

    private static final String KIND = "kind";

    private static final List<Class<? extends Outcome>> OUTCOMES =
            List.of(Outcome.Accepted.class, Outcome.Failed.class, Outcome.Refused.class, Outcome.Gone.class);

    private static final Duration[] TO_DELIVERY = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2)
    };
    private static final Duration[] TO_ACKNOWLEDGEMENT = {
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(3),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15)
    };

    private final MeterRegistry registry;

    /** Shows what there is to count before it happens: a counter that is not there cannot be seen to rise. */
    public NotificationMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (AlertKind kind : AlertKind.values()) {
            timeToAlert(kind);
            timeToAcknowledge(kind);
        }
        for (Mode mode : Mode.values()) {
            for (ChannelKind channel : ChannelKind.values()) {
                OUTCOMES.forEach(outcome -> attempts(mode, channel, outcome));
            }
        }
        Subscriptions.all().stream().map(Subscription::group).forEach(group -> {
            for (boolean possibleEmergency : new boolean[] {true, false}) {
                parkedReported(group, possibleEmergency);
                parkedUnreported(group, possibleEmergency);
            }
        });
    }

    @Override
    public void delivered(Change first) {
        Alert alert = first.alert();
        Instant receivedAt = alert.cause().receivedAt();
        Instant deliveredAt = alert.deliveredAt();
        if (receivedAt != null && deliveredAt != null) {
            timeToAlert(alert.cause().kind()).record(Duration.between(receivedAt, deliveredAt));
        }
    }

    @Override
    public void acknowledged(Change acknowledgement) {
        timeToAcknowledge(acknowledgement.alert().cause().kind())
                .record(Duration.between(acknowledgement.alert().raisedAt(), acknowledgement.at()));
    }

    @Override
    public void attempted(Claim claim, Outcome outcome) {
        attempted(Mode.NORMAL, claim, outcome);
    }

    /** An attempt was made while the database was away. */
    public void attemptedWithoutDatabase(Claim claim, Outcome outcome) {
        attempted(Mode.FAIL_OPEN, claim, outcome);
    }

    private void attempted(Mode mode, Claim claim, Outcome outcome) {
        attempts(mode, claim.channel(), outcome.getClass()).increment();
    }

    @Override
    public void reported(ParkedRecord parked) {
        parkedReported(parked.group(), parked.possibleEmergency()).increment();
    }

    @Override
    public void notReported(ParkedRecord parked) {
        parkedUnreported(parked.group(), parked.possibleEmergency()).increment();
    }

    /** Shows how many alerts are open; not a number while that is not known. */
    public void watchOpenAlerts(ToDoubleFunction<AlertKind> open) {
        for (AlertKind kind : AlertKind.values()) {
            Gauge.builder("dorsal.alerts.open", () -> open.applyAsDouble(kind))
                    .description("Alerts that nobody has closed")
                    .tag(KIND, kind.name())
                    .register(registry);
        }
    }

    /** Shows for how many seconds the alert of each kind waits that has waited longest; not a number while it is not known. */
    public void watchUnacknowledged(ToDoubleFunction<AlertKind> oldest) {
        for (AlertKind kind : AlertKind.values()) {
            TimeGauge.builder("dorsal.alerts.unacknowledged.age", () -> oldest.applyAsDouble(kind), TimeUnit.SECONDS)
                    .description("Age of the oldest alert that nobody has acknowledged; 0 where there is none")
                    .tag(KIND, kind.name())
                    .register(registry);
        }
    }

    /** Shows for how many seconds the emergency waits that has waited longest for its first delivery. */
    public void watchUntold(DoubleSupplier oldest) {
        TimeGauge.builder("dorsal.alerts.untold.age", oldest::getAsDouble, TimeUnit.SECONDS)
                .description(
                        "Age of the oldest emergency of which no channel has accepted a delivery; 0 where all are told")
                .register(registry);
    }

    /** Shows whether emergencies are told without the database. */
    public void watchFailingOpen(BooleanSupplier failingOpen) {
        Gauge.builder("dorsal.alerts.failing.open", () -> failingOpen.getAsBoolean() ? 1 : 0)
                .description("1 while the database is away and emergencies are told to the fallback contacts")
                .register(registry);
    }

    private Timer timeToAlert(AlertKind kind) {
        return Timer.builder("dorsal.time.to.alert")
                .description("From the acceptance of an assessment by intake to the first delivery of its alert")
                .tag(KIND, kind.name())
                .serviceLevelObjectives(TO_DELIVERY)
                .register(registry);
    }

    private Timer timeToAcknowledge(AlertKind kind) {
        return Timer.builder("dorsal.time.to.acknowledge")
                .description("From the raising of an alert to its acknowledgement")
                .tag(KIND, kind.name())
                .serviceLevelObjectives(TO_ACKNOWLEDGEMENT)
                .register(registry);
    }

    private Counter attempts(Mode mode, ChannelKind channel, Class<? extends Outcome> outcome) {
        return Counter.builder("dorsal.delivery.attempts")
                .description("Attempts to deliver a message, by channel and what it answered")
                .tag("mode", mode.name())
                .tag("channel", channel.name())
                .tag("outcome", outcome.getSimpleName().toUpperCase(Locale.ROOT))
                .register(registry);
    }

    private Counter parkedReported(String group, boolean possibleEmergency) {
        return parked("dorsal.parked.reported", "Parked records that a human is told of", group, possibleEmergency);
    }

    private Counter parkedUnreported(String group, boolean possibleEmergency) {
        return parked(
                "dorsal.parked.unreported",
                "Parked records of which no alert could be made: the fallback contacts are told, and nobody else",
                group,
                possibleEmergency);
    }

    private Counter parked(String name, String description, String group, boolean possibleEmergency) {
        return Counter.builder(name)
                .description(description)
                .tag("group", group)
                .tag("emergency", possibleEmergency ? "POSSIBLE" : "NONE")
                .register(registry);
    }

    private enum Mode {
        NORMAL,
        FAIL_OPEN
    }
}
