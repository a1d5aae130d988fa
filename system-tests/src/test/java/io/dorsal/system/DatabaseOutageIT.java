package io.dorsal.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.platform.client.Outcome;
import io.dorsal.platform.layout.Service;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Clinic;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.Metrics;
import io.dorsal.system.support.RunningDorsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The database of all services is away for 20 s: clinics go on submitting, and an emergency is told all the same. */
@ExtendWith(RunningDorsal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseOutageIT {

    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Duration PROMISED = Duration.ofSeconds(15);

    private final Dorsal dorsal;
    private final Clinic clinic;
    private final List<UUID> submitted = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private long parkedBefore;
    private Metrics intakeInTheOutage = new Metrics(Map.of(), Map.of());
    private Metrics notificationInTheOutage = new Metrics(Map.of(), Map.of());

    DatabaseOutageIT(Dorsal dorsal) {
        this.dorsal = dorsal;
        this.clinic = dorsal.clinic("clinic-north");
    }

    @BeforeAll
    void submitDuringAnOutage() {
        parkedBefore = parked();
        dorsal.stopDatabase();
        long began = System.nanoTime();
        try {
            UUID emergency = clinic.submit(anEmergency());
            submitted.add(emergency);
            await("the emergency is told without the database").atMost(PROMISED).until(() -> isTold(emergency));
            submitted.addAll(
                    clinic.submitAll(Case.all().stream().map(Case::assessment).toList()));
            await().atMost(OUTAGE).until(() -> System.nanoTime() - began > OUTAGE.toNanos());
            intakeInTheOutage = dorsal.metrics(Service.INTAKE);
            notificationInTheOutage = dorsal.metrics(Service.NOTIFICATION);
        } finally {
            dorsal.startDatabase();
        }
        submitted.forEach(id -> outcomes.add(clinic.outcome(id)));
    }

    @Test
    void everyAssessmentOfTheOutageIsDecidedAndRouted() {
        assertThat(outcomes).allMatch(Outcome::isComplete);
    }

    @Test
    void nothingIsParked() {
        assertThat(parked()).isEqualTo(parkedBefore);
    }

    @Test
    void everyEmergencyOfTheOutageHasOneAlert() {
        Set<String> ids = submitted.stream().map(UUID::toString).collect(Collectors.toSet());
        Map<String, Long> alerts = dorsal.api(Service.NOTIFICATION, "oncall").all("/api/alerts").stream()
                .map(alert -> alert.path("assessmentId").asString(""))
                .filter(ids::contains)
                .collect(groupingBy(id -> id, counting()));

        assertThat(alerts.keySet())
                .containsExactlyInAnyOrderElementsOf(outcomes.stream()
                        .filter(outcome -> outcome.urgency().equals("EMERGENCY"))
                        .map(outcome -> outcome.read().path("assessmentId").asString())
                        .toList());
        assertThat(alerts.values()).allMatch(count -> count == 1);
    }

    @Test
    void howManyPatientsWaitIsNotKnownDuringTheOutage() {
        assertThat(intakeInTheOutage.samples()).containsEntry("dorsal_patients_waiting{stage=\"ALERT\"}", Double.NaN);
    }

    @Test
    void operatorsSeeThatServicesDoWithoutIt() {
        assertThat(intakeInTheOutage.value("dorsal_intake_store_missed_total{step=\"RESERVATION\"}"))
                .isPositive();
        assertThat(notificationInTheOutage.value("dorsal_alerts_failing_open")).isEqualTo(1);
        assertThat(
                        notificationInTheOutage.value(
                                "dorsal_listener_waiting_seconds{group=\"notification-service\",topic=\"triage.emergencies.v1\"}"))
                .isPositive();
    }

    private static JsonNode anEmergency() {
        return Case.all().stream()
                .filter(Case::isEmergency)
                .findFirst()
                .orElseThrow()
                .assessment();
    }

    private boolean isTold(UUID assessmentId) {
        String alertId = Identities.alertId(assessmentId, 1).toString();
        return dorsal.deliveries().stream()
                .anyMatch(delivery -> delivery.path("alertId").asString("").equals(alertId));
    }

    private long parked() {
        return dorsal.topics().stream()
                .filter(topic -> topic.endsWith(".parked"))
                .mapToLong(topic -> dorsal.events(topic).size())
                .sum();
    }
}
