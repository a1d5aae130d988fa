package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.platform.client.FreshReferences;
import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Api;
import io.dorsal.system.support.Clinic;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RunningDorsal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A call-back completes a screen, which turns out to be an emergency; another one takes that back. */
@ExtendWith(RunningDorsal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmendedUrgencyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String EMERGENCY = "EMERGENCY";

    private final Dorsal dorsal;
    private final Clinic clinic;
    private final Api onCall;
    private UUID id = new UUID(0, 0);
    private JsonNode unfinished = JsonMapper.shared().nullNode();
    private JsonNode raised = unfinished;
    private JsonNode lowered = unfinished;

    AmendedUrgencyIT(Dorsal dorsal) {
        this.dorsal = dorsal;
        this.clinic = dorsal.clinic("clinic-north");
        this.onCall = dorsal.api(Service.NOTIFICATION, "oncall");
    }

    @BeforeAll
    void raiseAndLower() {
        ObjectNode assessment =
                new FreshReferences().apply((ObjectNode) JsonMapper.shared().readTree("""
                {"patient": {"reference": "unfinished", "ageYears": 45},
                 "pain": {"regions": ["LUMBAR"], "severity": 4, "durationDays": 12}}
                """));
        id = clinic.submit(assessment);
        unfinished = clinic.outcome(id).read();
        assessment.withObject("neuro").put("bladder", "RETENTION");
        raised = amended(1, assessment);
        accept("NEUROSURGERY");
        assessment.withObject("neuro").put("bladder", "NORMAL");
        lowered = amended(2, assessment);
    }

    /** As read once all of its decision stands. */
    private JsonNode amended(int revision, JsonNode assessment) {
        assertThat(clinic.amend(id, revision, assessment).status()).isEqualTo(202);
        return await().atMost(PATIENCE)
                .until(
                        () -> clinic.read(id),
                        read -> read.at("/decision/revision").asInt() == revision + 1
                                && routed(read).equals(queues(read.at("/decision/referrals")))
                                && (!isEmergency(read) || read.has("alert")));
    }

    private void accept(String queue) {
        JsonNode referral = referral(queue, "ROUTED").getFirst();
        Api.Answer accepted = dorsal.api(Service.REFERRAL, "spine")
                .post(
                        "/api/referrals/" + referral.path("referralId").asString() + "/accept",
                        "application/json",
                        "\"" + referral.path("version").asLong() + "\"",
                        "{}");
        assertThat(accepted.status()).isEqualTo(200);
    }

    @Test
    void aRaisedUrgencyIsReferredAndAlertsOnCallStaff() {
        assertThat(isEmergency(unfinished)).isFalse();
        assertThat(unfinished.has("alert")).isFalse();

        assertThat(isEmergency(raised)).isTrue();
        assertThat(routed(raised)).contains("EMERGENCY_DEPARTMENT");
        String alertId = raised.at("/alert/alertId").asString();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(dorsal.deliveries())
                        .filteredOn(delivery ->
                                delivery.path("alertId").asString("").equals(alertId))
                        .extracting(delivery -> delivery.path("channel").asString())
                        .contains("EMAIL", "WEBHOOK"));
    }

    @Test
    void aLoweredUrgencyIsReadAndListed() {
        assertThat(lowered.path("status").asString()).isEqualTo("TRIAGED");
        assertThat(isEmergency(lowered)).isFalse();
        String urgency = lowered.at("/decision/urgency").asString();
        assertThat(listed(urgency)).contains(id.toString());
        assertThat(listed(EMERGENCY)).doesNotContain(id.toString());
    }

    @Test
    void aReferralThatIsNoLongerAskedForIsWithdrawnAndOffItsWorklist() {
        assertThat(lowered.path("referrals").valueStream())
                .filteredOn(referral -> referral.path("queue").asString().equals("EMERGENCY_DEPARTMENT"))
                .singleElement()
                .satisfies(referral ->
                        assertThat(referral.path("state").asString()).isEqualTo("WITHDRAWN"));
        assertThat(referral("EMERGENCY_DEPARTMENT", "ROUTED")).isEmpty();
    }

    @Test
    void anAcceptedReferralThatIsNoLongerAskedForIsLeftToTheSpecialist() {
        assertThat(referral("NEUROSURGERY", "ACCEPTED"))
                .singleElement()
                .satisfies(referral ->
                        assertThat(referral.path("toConfirm").isMissingNode()).isFalse());
    }

    private List<JsonNode> referral(String queue, String state) {
        return dorsal.api(Service.REFERRAL, "admin").all("/api/queues/" + queue + "/referrals?state=" + state).stream()
                .filter(one -> one.path("assessmentId").asString().equals(id.toString()))
                .toList();
    }

    /** Until a human has it: no machine closes an alert. */
    @Test
    void theAlertSaysSoAndGoesOn() {
        String alertId = lowered.at("/alert/alertId").asString();

        JsonNode alert = await().atMost(PATIENCE)
                .until(
                        () -> onCall.get("/api/alerts/" + alertId).json(),
                        one -> one.path("revision").asInt() == 3);

        assertThat(alert.path("state").asString()).isEqualTo("NOTIFYING");
        assertThat(alert.path("timeline").valueStream())
                .filteredOn(entry -> entry.path("what").asString().equals("ANNOTATED"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("revision").asInt()).isEqualTo(3);
                    assertThat(entry.path("urgency")).isEqualTo(lowered.at("/decision/urgency"));
                });
        assertThat(alert.path("earlierRevisions").valueStream())
                .extracting(revision -> revision.path("urgency").asString())
                .contains(EMERGENCY);
        assertThat(lowered.at("/alert/state").asString()).isEqualTo("NOTIFYING");
    }

    private List<String> listed(String urgency) {
        return clinic.api()
                .get("/api/assessments?limit=200&urgency=" + urgency)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("assessmentId").asString())
                .toList();
    }

    private static boolean isEmergency(JsonNode read) {
        return read.at("/decision/urgency").asString().equals(EMERGENCY);
    }

    private static List<String> routed(JsonNode read) {
        return queues(JsonMapper.shared()
                .valueToTree(read.path("referrals")
                        .valueStream()
                        .filter(referral -> referral.path("state").asString().equals("ROUTED"))
                        .toList()));
    }

    private static List<String> queues(JsonNode referrals) {
        return referrals
                .valueStream()
                .map(referral -> referral.path("queue").asString())
                .sorted()
                .toList();
    }
}
