package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ReferralServiceTest
@ExtendWith(OutputCaptureExtension.class)
class PatientsIT {

    private static final Instant RECEIVED = Instant.parse("2126-03-01T08:00:00Z");
    private static final Instant LATER = RECEIVED.plus(Duration.ofHours(1));

    private final UUID id = UUID.randomUUID();

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void ofTwoBodiesTheOneWhoseDecisionStandsSaysWhoThePatientIs() {
        Neighbours.refer(id, 1, RECEIVED, "patient-of-the-emergency");
        Neighbours.refer(id, 1, LATER, "patient-of-the-other-body");
        Neighbours.decide(decision(1, RECEIVED).body("a").asking(Queue.ONCOLOGY, Urgency.EMERGENCY, "CANCER-1"));
        Neighbours.decide(decision(1, LATER).body("b").asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));

        assertThat(shown()).contains("patient-of-the-emergency");
    }

    @Test
    void theReferenceOfTheStandingDecisionIsTakenEvenIfItIsTheLastToArrive() {
        Neighbours.decide(decision(1, RECEIVED).body("b").asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));
        Neighbours.decide(decision(1, LATER).body("a").asking(Queue.ONCOLOGY, Urgency.EMERGENCY, "CANCER-1"));
        Neighbours.refer(id, 1, RECEIVED, "patient-of-the-other-body");
        Neighbours.refer(id, 1, LATER, "patient-of-the-emergency");

        assertThat(shown()).contains("patient-of-the-emergency");
    }

    @Test
    void thePatientOfTheOtherBodyIsNeverShownInstead() {
        Neighbours.decide(decision(1, RECEIVED).body("a").asking(Queue.ONCOLOGY, Urgency.EMERGENCY, "CANCER-1"));
        Neighbours.decide(decision(1, LATER).body("b").asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));
        Neighbours.refer(id, 1, LATER, "patient-of-the-other-body");

        assertThat(shown()).isEmpty();
    }

    @Test
    void theNewestReferenceIsShownWhileThatOfTheStandingDecisionIsMissing() {
        Neighbours.decide(decision(3, LATER).asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));
        Neighbours.refer(id, 2, RECEIVED, "second-revision");
        Neighbours.refer(id, 1, RECEIVED, "first-revision");

        assertThat(shown()).contains("second-revision");
    }

    @Test
    void anErasedReferenceIsGoneForGood() {
        Neighbours.decide(decision(1, RECEIVED).asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));
        Neighbours.refer(id, 1, RECEIVED, "somebody");
        Neighbours.refer(id, 2, LATER, "somebody-else");
        Neighbours.erase(id);
        Neighbours.refer(id, 1, RECEIVED, "somebody");

        assertThat(shown()).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void aReferenceThatComesAfterItsErasureIsNotKept() {
        Neighbours.decide(decision(1, RECEIVED).asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));
        Neighbours.erase(id);
        Neighbours.refer(id, 1, RECEIVED, "somebody");

        assertThat(shown()).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void noReferenceIsEverLogged(CapturedOutput output) {
        Neighbours.decide(decision(1, RECEIVED).asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));
        Neighbours.refer(id, 1, RECEIVED, "secret-one-" + id);
        Neighbours.refer(id, 2, RECEIVED, "secret-\0-" + id); // which PostgreSQL cannot store
        Neighbours.erase(UUID.randomUUID());

        assertThat(shown()).contains("secret-one-" + id);
        assertThat(output.getAll()).contains("Parked the record").doesNotContain("secret-");
    }

    private DecidedEvent decision(int revision, Instant receivedAt) {
        return DecidedEvent.about(id).revision(revision).receivedAt(receivedAt);
    }

    private Optional<String> shown() {
        Neighbours.awaitConsumed();
        UUID referral = Identities.referralId(id, Queue.ONCOLOGY, 1);
        JsonNode file = new HttpApi(port)
                .get("/api/referrals/" + referral, TokenIssuer.shared().specialist("ONCOLOGY"))
                .json();
        assertThat(file.get("assessmentId").asString()).isEqualTo(id.toString());
        return Optional.ofNullable(file.get("patientReference")).map(JsonNode::asString);
    }

    private int kept() {
        return jdbc.sql("select count(*) from patient_reference where assessment_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
