package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ReferralServiceTest
class ReferralReadingIT {

    private static final Instant RECEIVED = Instant.parse("2126-03-01T08:00:00Z");
    private static final int MORE_THAN_THERE_ARE_CONNECTIONS = 60;

    private final TokenIssuer tokens = TokenIssuer.shared();
    private final UUID id = UUID.randomUUID();
    private final String path = "/api/referrals/" + Identities.referralId(id, Queue.NEUROSURGERY, 1);

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private HttpApi api;

    @BeforeEach
    void connect() {
        api = new HttpApi(port);
    }

    @Test
    void aReferralTellsItsSpecialistAllThereIsToKnow() {
        Neighbours.decide(decision().asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.decide(decision().revision(2).asking(Queue.NEUROSURGERY, Urgency.EMERGENCY, "NEURO-1"));
        Neighbours.refer(id, 2, RECEIVED, "patient-of-north");
        Neighbours.awaitConsumed();

        HttpApi.Answer answer = api.get(path, tokens.specialist("NEUROSURGERY"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        JsonNode referral = answer.json();
        assertThat(referral.get("referralId").asString())
                .isEqualTo(Identities.referralId(id, Queue.NEUROSURGERY, 1).toString());
        assertThat(referral.get("assessmentId").asString()).isEqualTo(id.toString());
        assertThat(referral.get("state").asString()).isEqualTo("ROUTED");
        assertThat(referral.get("urgency").asString()).isEqualTo("EMERGENCY");
        assertThat(referral.get("dueAt").asString()).isEqualTo("2126-03-01T08:15:00Z");
        assertThat(referral.get("patientReference").asString()).isEqualTo("patient-of-north");
        assertThat(referral.get("clinicPhone").asString()).isEqualTo("+49 30 5550 0101");
        assertThat(referral.get("availableActions").values())
                .extracting(JsonNode::asString)
                .containsExactly("accept", "return", "redirect");
        JsonNode finding = referral.get("findings").get(0);
        assertThat(finding.get("rule").asString()).isEqualTo("NEURO-1");
        assertThat(finding.get("because").get(0).get("value").asString()).isEqualTo("RETENTION");
        assertThat(finding.get("because").get(1).has("value")).isTrue();
        assertThat(finding.get("because").get(1).get("value").isNull()).isTrue();
        JsonNode history = referral.get("history");
        assertThat(history).hasSize(2);
        assertThat(history.get(0).has("from")).isFalse();
        assertThat(history.get(1).get("from").asString()).isEqualTo("ROUTED");
        assertThat(history.get(1).get("to").asString()).isEqualTo("ROUTED");
        assertThat(history.get(1).get("reason").asString()).isEqualTo("URGENCY_RAISED");
        assertThat(history.get(1).get("actor").asString()).isEqualTo("referral-service");
    }

    @Test
    void somebodyElsesReferralIsNotFound() {
        Neighbours.decide(decision().asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.awaitConsumed();

        assertThat(status(tokens.clinic("north"))).isEqualTo(200);
        assertThat(status(tokens.admin())).isEqualTo(200);
        assertThat(status(tokens.clinic("south"))).isEqualTo(404);
        assertThat(status(tokens.specialist("RHEUMATOLOGY"))).isEqualTo(404);
        assertThat(status(tokens.operations())).isEqualTo(403);
        assertThat(status(tokens.onCall("oncall", "metro"))).isEqualTo(403);
        assertThat(api.get(path, null).status()).isEqualTo(401);
        assertThat(api.get("/api/referrals/" + UUID.randomUUID(), tokens.admin())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aReferralOfAnotherNetworkIsNotFoundByItsSpecialty() {
        Neighbours.decide(decision().from("far", "elsewhere").asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.awaitConsumed();

        assertThat(status(tokens.specialist("NEUROSURGERY"))).isEqualTo(404);
        assertThat(status(tokens.admin())).isEqualTo(200);
    }

    @Test
    void aSyntheticReferralIsNotForSpecialists() {
        Neighbours.decide(decision().synthetic().asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.awaitConsumed();

        assertThat(status(tokens.specialist("NEUROSURGERY"))).isEqualTo(404);
        assertThat(status(tokens.clinic("north"))).isEqualTo(200);
        assertThat(status(tokens.admin())).isEqualTo(200);
    }

    @Test
    void aReferralThatIsReadAgainIsNeverAnsweredAsUnchanged() {
        Neighbours.decide(decision().asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.awaitConsumed();
        String tag = api.get(path, tokens.admin()).header("ETag");
        Neighbours.refer(id, 1, RECEIVED, "patient-of-north"); // which changes the answer and not the version
        Neighbours.awaitConsumed();

        HttpApi.Answer again = api.get(path, tokens.admin(), "If-None-Match", tag);

        assertThat(tag).isEqualTo("\"1\"");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("patientReference").asString()).isEqualTo("patient-of-north");
    }

    @Test
    void whatANewerVersionHasStoredIsShownAsFarAsItIsKnown() {
        Neighbours.decide(decision().asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.awaitConsumed();
        jdbc.sql("""
                update assessment set decision = replace(decision::text, '"title"', '"new": [{}], "title"')::json
                where assessment_id = :id
                """).param("id", id).update();
        jdbc.sql("""
                update assessment set decision = replace(decision::text, '"value"', '"new": null, "value"')::json
                where assessment_id = :id
                """).param("id", id).update();

        HttpApi.Answer answer = api.get(path, tokens.admin());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("findings").get(0).get("title").asString()).isEqualTo("title of NEURO-2");
    }

    @Test
    void moreReadersThanThereAreConnectionsAreAllAnsweredAndDelayNobodyElse() throws Exception {
        Neighbours.decide(decision().asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.awaitConsumed();
        UUID meanwhile = UUID.randomUUID();
        String token = tokens.admin();
        Callable<List<Integer>> reading = () ->
                Stream.generate(() -> api.get(path, token).status()).limit(3).toList();

        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Integer>>> answers = Stream.generate(() -> readers.submit(reading))
                    .limit(MORE_THAN_THERE_ARE_CONNECTIONS)
                    .toList();
            Neighbours.decide(DecidedEvent.about(meanwhile).asking(Queue.ONCOLOGY, Urgency.EMERGENCY, "CANCER-1"));
            int readiness = new HttpApi(managementPort)
                    .get("/actuator/health/readiness", null)
                    .status();

            assertThat(readiness).isEqualTo(200);
            for (Future<List<Integer>> answer : answers) {
                assertThat(answer.get()).containsOnly(200);
            }
        }
        assertThat(Neighbours.changes(meanwhile, 1)).hasSize(1);
    }

    @Test
    void aReferralUnderNoUuidIsNeverAnError() {
        assertThat(api.get("/api/referrals/x", tokens.admin()).status()).isEqualTo(400);
        assertThat(api.get("/api/referrals/%20", tokens.admin()).status()).isBetween(400, 404);
        assertThat(api.get("/api/referrals", tokens.admin()).status()).isEqualTo(400);
    }

    private DecidedEvent decision() {
        return DecidedEvent.about(id).receivedAt(RECEIVED);
    }

    private int status(String token) {
        return api.get(path, token).status();
    }
}
