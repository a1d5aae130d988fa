package io.dorsal.notification.observing;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.delivery.Claim;
import io.dorsal.notification.delivery.DeliveryListener;
import io.dorsal.notification.delivery.Outcome;
import io.dorsal.notification.paging.Milestones;
import io.dorsal.notification.paging.ParkedRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What this service measures. Names and tags are public API. */
public final class NotificationMetrics implements DeliveryListener, Milestones {

    private static final String KIND = "kind";

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

    public NotificationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void delivered(Change first) {
        Alert alert = first.alert();
        Instant receivedAt = alert.cause().receivedAt();
        Instant deliveredAt = alert.deliveredAt();
        if (receivedAt != null && deliveredAt != null) {
            Timer.builder("dorsal.alert.delivery.delay")
                    .description("From the acceptance of an assessment by intake to the first delivery of its alert")
                    .tag(KIND, alert.cause().kind().name())
                    .serviceLevelObjectives(TO_DELIVERY)
                    .register(registry)
                    .record(Duration.between(receivedAt, deliveredAt));
        }
    }

    @Override
    public void acknowledged(Change acknowledgement) {
        Timer.builder("dorsal.alert.acknowledgement.delay")
                .description("From the raising of an alert to its acknowledgement")
                .tag(KIND, acknowledgement.alert().cause().kind().name())
                .serviceLevelObjectives(TO_ACKNOWLEDGEMENT)
                .register(registry)
                .record(Duration.between(acknowledgement.alert().raisedAt(), acknowledgement.at()));
    }

    @Override
    public void attempted(Claim claim, Outcome outcome) {
        attempted("NORMAL", claim, outcome);
    }

    /** An attempt was made while the database was away. */
    public void attemptedWithoutDatabase(Claim claim, Outcome outcome) {
        attempted("FAIL_OPEN", claim, outcome);
    }

    private void attempted(String mode, Claim claim, Outcome outcome) {
        Counter.builder("dorsal.delivery.attempts")
                .description("Attempts to deliver a message, by channel and what it answered")
                .tag("mode", mode)
                .tag("channel", claim.channel().name())
                .tag("outcome", outcome.getClass().getSimpleName().toUpperCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    @Override
    public void reported(ParkedRecord parked) {
        count("dorsal.parked.reported", "Parked records that a human is told of", parked);
    }

    @Override
    public void notReported(ParkedRecord parked) {
        count(
                "dorsal.parked.unreported",
                "Parked records of which no alert could be made: the fallback contacts are told, and nobody else",
                parked);
    }

    private void count(String name, String description, ParkedRecord parked) {
        Counter.builder(name)
                .description(description)
                .tag("group", parked.group())
                .tag("emergency", parked.possibleEmergency() ? "POSSIBLE" : "NONE")
                .register(registry)
                .increment();
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

    /** Shows for how long the emergency waits that has waited longest for its first delivery. */
    public void watchUntold(Supplier<Optional<Instant>> oldest, Clock clock) {
        TimeGauge.builder("dorsal.alerts.untold.age", () -> ageOf(oldest.get(), clock), TimeUnit.MILLISECONDS)
                .description(
                        "Age of the oldest emergency of which no channel has accepted a delivery; 0 where all are told")
                .register(registry);
    }

    private static long ageOf(Optional<Instant> since, Clock clock) {
        return since.map(instant -> Duration.between(instant, clock.instant()).toMillis())
                .orElse(0L);
    }

    /** Shows whether emergencies are told without the database. */
    public void watchFailingOpen(BooleanSupplier failingOpen) {
        Gauge.builder("dorsal.alerts.failing.open", () -> failingOpen.getAsBoolean() ? 1 : 0)
                .description("1 while the database is away and emergencies are told to the fallback contacts")
                .register(registry);
    }
}
