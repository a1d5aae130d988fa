package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ReferralServiceTest
class StreamIT {

    private final TokenIssuer tokens = TokenIssuer.shared();
    private final UUID id = UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Test
    void twoWhoFollowAQueueSeeWhatOneOfThemDoesAndNobodyElseDoes() {
        String token = tokens.specialist("NEUROSURGERY");
        try (EventStream one = EventStream.open(port, token);
                EventStream other = EventStream.open(port, token);
                EventStream clinic = EventStream.open(port, tokens.clinic("north"));
                EventStream elsewhere = EventStream.open(port, tokens.specialist("ONCOLOGY"))) {
            route(Queue.NEUROSURGERY);
            one.await(event -> event.shows(id, "ROUTED"));

            accept(token);
            route(Queue.ONCOLOGY);

            one.await(event -> event.shows(id, "ACCEPTED"));
            EventStream.Event taken = other.await(event -> event.shows(id, "ACCEPTED"));
            assertThat(taken.json().get("acceptedBy").asString()).isEqualTo("specialist");
            clinic.await(event -> event.shows(id, "ACCEPTED"));
            EventStream.Event first = elsewhere.await(event -> event.name().equals("referral"));
            assertThat(first.json().get("queue").asString()).isEqualTo("ONCOLOGY");
            assertThat(first.data()).doesNotContain("patientReference", "findings");
        }
    }

    @Test
    void whoWasCutOffGoesOnWhereHeWas() {
        String token = tokens.specialist("NEUROSURGERY");
        String seen;
        try (EventStream stream = EventStream.open(port, token)) {
            route(Queue.NEUROSURGERY);
            seen = stream.await(event -> event.shows(id, "ROUTED")).id();
        }
        accept(token);

        try (EventStream resumed = EventStream.open(port, token, "Last-Event-ID", seen)) {
            resumed.await(event -> event.shows(id, "ACCEPTED"));

            assertThat(resumed.events()).extracting(EventStream.Event::name).doesNotContain("ready", "resync");
        }
    }

    private void route(Queue queue) {
        int revision = queue == Queue.NEUROSURGERY ? 1 : 2;
        Neighbours.decide(DecidedEvent.about(id).revision(revision).asking(queue, Urgency.URGENT, "RULE-1"));
        Neighbours.awaitConsumed();
    }

    private void accept(String token) {
        String path = "/api/referrals/" + Identities.referralId(id, Queue.NEUROSURGERY, 1) + "/accept";
        assertThat(new HttpApi(port).post(path, token, "", "If-Match", "\"1\"").status())
                .isEqualTo(200);
    }
}
