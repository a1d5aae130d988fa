package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.platform.client.Outcome;
import io.dorsal.platform.layout.Service;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Clinic;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RunningDorsal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each worked case goes all the way, from the clinic's request to the specialist's queue and the page on call. */
@ExtendWith(RunningDorsal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegressionCasesIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<Case> cases = Case.all();
    private final Map<String, UUID> ids = new LinkedHashMap<>();

    private Dorsal dorsal;
    private Clinic clinic;

    RegressionCasesIT(Dorsal dorsal) {
        this.dorsal = dorsal;
        this.clinic = dorsal.clinic("clinic-north");
    }

    @BeforeAll
    void submitAll() {
        List<UUID> submitted =
                clinic.submitAll(cases.stream().map(Case::assessment).toList());
        for (int i = 0; i < cases.size(); i++) {
            ids.put(cases.get(i).id(), submitted.get(i));
        }
    }

    List<Case> cases() {
        return cases;
    }

    Stream<Case> emergencies() {
        return cases.stream().filter(Case::isEmergency);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decisionIsTheExpectedOne(Case one) {
        JsonNode decision = outcome(one).read().path("decision");

        assertThat(decision.path("urgency")).isEqualTo(one.expected().path("urgency"));
        assertThat(values(decision.path("findings"), "rule"))
                .isEqualTo(values(one.expected().path("findings")));
        assertThat(queues(decision.path("referrals")))
                .isEqualTo(queues(one.expected().path("referrals")));
        assertThat(decision.path("unansweredSafetyQuestions"))
                .isEqualTo(one.expected().path("unansweredSafetyQuestions"));
        assertThat(decision.path("durationClass")).isEqualTo(one.expected().path("durationClass"));
        assertThat(decision.path("pattern")).isEqualTo(one.expected().path("pattern"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void referralsStandInTheirQueuesOnce(Case one) {
        UUID id = assessmentId(one);
        outcome(one);

        List<String> expected = values(one.expected().path("referrals"), "queue");

        assertThat(expected).allSatisfy(queue -> assertThat(worklist(queue, id)).hasSize(1));
        assertThat(values(outcome(one).read().path("referrals"), "queue"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlyAnEmergencyRaisesAnAlertAndItRaisesOne(Case one) {
        outcome(one);

        List<JsonNode> alerts = dorsal.api(Service.NOTIFICATION, "oncall").all("/api/alerts").stream()
                .filter(alert -> alert.path("assessmentId")
                        .asString()
                        .equals(assessmentId(one).toString()))
                .toList();

        assertThat(alerts).hasSize(one.isEmergency() ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("emergencies")
    void onCallStaffGetAMailAndAWebhookWhoseSignatureVerifies(Case one) {
        String alertId = outcome(one).read().path("alert").path("alertId").asString();

        await().atMost(SOON).untilAsserted(() -> {
            List<JsonNode> told = dorsal.deliveries().stream()
                    .filter(delivery -> delivery.path("alertId").asString("").equals(alertId))
                    .toList();
            assertThat(values(told, "channel")).contains("EMAIL", "WEBHOOK");
            assertThat(values(told, "deliveryId")).doesNotHaveDuplicates();
            assertThat(told)
                    .filteredOn(delivery -> delivery.path("channel").asString().equals("WEBHOOK"))
                    .allMatch(delivery -> delivery.path("signatureValid").asBoolean());
        });
    }

    @Test
    void theClinicsSystemIsToldOfEachDecisionByAWebhookWhoseSignatureVerifies() {
        List<String> expected = cases.stream()
                .map(one -> outcome(one).read().path("decision"))
                .map(decision -> Identities.webhookId(
                        "assessment.decided",
                        UUID.fromString(decision.path("decisionId").asString()),
                        decision.path("urgency").asString()))
                .map(UUID::toString)
                .toList();

        await().atMost(SOON).untilAsserted(() -> {
            List<JsonNode> told = dorsal.deliveries().stream()
                    .filter(delivery ->
                            expected.contains(delivery.path("deliveryId").asString("")))
                    .toList();
            assertThat(values(told, "deliveryId")).containsAll(expected);
            assertThat(told)
                    .allMatch(delivery -> delivery.path("signatureValid").asBoolean());
        });
    }

    private UUID assessmentId(Case one) {
        return ids.getOrDefault(one.id(), new UUID(0, 0));
    }

    private Outcome outcome(Case one) {
        Outcome outcome = clinic.outcome(assessmentId(one));
        assertThat(outcome.isComplete()).isTrue();
        return outcome;
    }

    private List<JsonNode> worklist(String queue, UUID assessmentId) {
        return dorsal.api(Service.REFERRAL, "admin").all("/api/queues/" + queue + "/referrals").stream()
                .filter(referral -> referral.path("assessmentId").asString().equals(assessmentId.toString()))
                .toList();
    }

    private static List<String> queues(JsonNode referrals) {
        return referrals
                .valueStream()
                .map(referral -> referral.path("queue").asString() + " "
                        + referral.path("urgency").asString())
                .toList();
    }

    private static List<String> values(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> values(JsonNode array, String member) {
        return values(array.valueStream().toList(), member);
    }

    private static List<String> values(List<JsonNode> objects, String member) {
        return objects.stream().map(object -> object.path(member).asString()).toList();
    }
}
