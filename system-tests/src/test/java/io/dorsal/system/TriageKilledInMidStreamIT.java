package io.dorsal.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.platform.client.Outcome;
import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Clinic;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RunningDorsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The triage-service is killed while 500 assessments come in, and comes back: nothing is lost and nothing is doubled. */
@ExtendWith(RunningDorsal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriageKilledInMidStreamIT {

    private static final int ROUNDS = 10;
    private static final int KILLED_AFTER = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Dorsal dorsal;
    private final Clinic clinic;
    private final List<Outcome> outcomes = new ArrayList<>();

    TriageKilledInMidStreamIT(Dorsal dorsal) {
        this.dorsal = dorsal;
        this.clinic = dorsal.clinic("clinic-north");
    }

    @BeforeAll
    void submitWhileTriageIsKilledAndStartedAgain() {
        AtomicInteger roundsDone = new AtomicInteger();
        CompletableFuture<List<UUID>> submitting = CompletableFuture.supplyAsync(() -> submitAll(roundsDone));
        await().atMost(PATIENCE).until(() -> roundsDone.get() >= KILLED_AFTER);

        dorsal.kill(Service.TRIAGE);
        dorsal.start(Service.TRIAGE);

        submitting.join().forEach(id -> outcomes.add(clinic.outcome(id)));
    }

    private List<UUID> submitAll(AtomicInteger roundsDone) {
        List<UUID> ids = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ids.addAll(
                    clinic.submitAll(Case.all().stream().map(Case::assessment).toList()));
            roundsDone.incrementAndGet();
        }
        return ids;
    }

    @Test
    void everyAssessmentIsDecided() {
        assertThat(outcomes).hasSize(ROUNDS * Case.all().size()).allMatch(Outcome::isComplete);
    }

    @Test
    void everyAssessmentHasOneDecision() {
        Map<String, Set<String>> decisions = mine(dorsal.events("triage.decisions.v1")).stream()
                .collect(groupingBy(
                        decision -> decision.path("assessmentId").asString(),
                        Collectors.mapping(
                                decision -> decision.path("decisionId").asString(), Collectors.toSet())));

        assertThat(decisions).hasSize(outcomes.size());
        assertThat(decisions.values()).allMatch(ids -> ids.size() == 1);
    }

    @Test
    void everyQueueHasOneReferralOfAnAssessment() {
        Map<String, Long> routed = mine(dorsal.events("referral.changes.v1")).stream()
                .filter(change -> change.path("state").asString().equals("ROUTED"))
                .collect(groupingBy(
                        change -> change.path("assessmentId").asString() + " "
                                + change.path("queue").asString(),
                        counting()));

        int expected = outcomes.stream()
                .mapToInt(outcome ->
                        outcome.read().path("decision").path("referrals").size())
                .sum();
        assertThat(routed).hasSize(expected);
        assertThat(routed.values()).allMatch(count -> count == 1);
    }

    @Test
    void everyEmergencyHasOneAlertAndNothingElseHasAny() {
        Map<String, Long> alerts = mine(
                        dorsal.api(Service.NOTIFICATION, "oncall").all("/api/alerts"))
                .stream()
                .collect(groupingBy(alert -> alert.path("assessmentId").asString(), counting()));

        assertThat(alerts.keySet()).containsExactlyInAnyOrderElementsOf(emergencies());
        assertThat(alerts.values()).allMatch(count -> count == 1);
    }

    @Test
    void everyAlertIsDeliveredUnderOneIdAChannel() {
        Set<String> alertIds = outcomes.stream()
                .filter(outcome -> outcome.read().has("alert"))
                .map(outcome -> outcome.read().path("alert").path("alertId").asString())
                .collect(Collectors.toSet());

        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, List<JsonNode>> told = dorsal.deliveries().stream()
                    .filter(delivery ->
                            alertIds.contains(delivery.path("alertId").asString("")))
                    .collect(groupingBy(delivery -> delivery.path("alertId").asString() + " "
                            + delivery.path("channel").asString()));
            assertThat(told).hasSize(2 * alertIds.size());
            assertThat(told.values())
                    .allSatisfy(deliveries -> assertThat(deliveries)
                            .extracting(delivery -> delivery.path("deliveryId").asString())
                            .doesNotHaveDuplicates());
        });
    }

    private Set<String> emergencies() {
        return outcomes.stream()
                .filter(outcome -> outcome.urgency().equals("EMERGENCY"))
                .map(outcome -> outcome.read().path("assessmentId").asString())
                .collect(Collectors.toSet());
    }

    private List<JsonNode> mine(List<JsonNode> events) {
        Set<String> ids = outcomes.stream()
                .map(outcome -> outcome.read().path("assessmentId").asString())
                .collect(Collectors.toSet());
        return events.stream()
                .filter(event -> ids.contains(event.path("assessmentId").asString()))
                .toList();
    }
}
