package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ReferralServiceTest
class WaitsIT {

    private static final String WAITS = "/api/queues/PAIN_MANAGEMENT/waits";

    private final TokenIssuer tokens = TokenIssuer.shared();

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private HttpApi api;

    @BeforeEach
    void startEmpty() {
        api = new HttpApi(port);
        Neighbours.awaitConsumed();
        jdbc.sql("delete from referral where queue = 'PAIN_MANAGEMENT'").update();
    }

    @Test
    void aQueueTellsHowLongThoseInItHaveWaited() {
        route("metro", Urgency.SOON, "2 hours");
        route("metro", Urgency.SOON, "3 hours");
        route("metro", Urgency.ROUTINE, "50 days");
        route("elsewhere", Urgency.ROUTINE, "60 days");

        JsonNode waits = api.get(WAITS, tokens.specialist("PAIN_MANAGEMENT")).json();

        assertThat(waits.at("/all/waiting").asInt()).isEqualTo(3);
        assertThat(waits.at("/all/longestSeconds").asLong()).isBetween(4_320_000L, 4_323_600L);
        assertThat(waits.at("/byUrgency/SOON/waiting").asInt()).isEqualTo(2);
        assertThat(waits.at("/byUrgency/SOON/medianSeconds").asLong())
                .as("half of them have waited so long, or longer")
                .isBetween(10_800L, 14_399L);
        assertThat(waits.at("/byUrgency").has("URGENT")).isFalse();
        assertThat(waits.get("bands").values())
                .filteredOn(band -> !band.get("byUrgency").isEmpty())
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"fromSeconds\":3600,\"toSeconds\":14400,\"byUrgency\":{\"SOON\":2}}",
                        "{\"fromSeconds\":3628800,\"byUrgency\":{\"ROUTINE\":1}}");
        assertThat(api.get(WAITS, tokens.admin()).json().at("/all/waiting").asInt())
                .isEqualTo(4);
    }

    @Test
    void ofAnEmptyQueueNobodyIsToldToWaitAndOfAnotherSpecialtyNothingIsTold() {
        JsonNode waits = api.get(WAITS, tokens.specialist("PAIN_MANAGEMENT")).json();

        assertThat(waits.has("all")).isFalse();
        assertThat(waits.get("bands")).hasSize(9);
        assertThat(api.get(WAITS, tokens.specialist("ONCOLOGY")).status()).isEqualTo(404);
        assertThat(api.get(WAITS, tokens.operations()).status()).isEqualTo(403);
        assertThat(api.get("/api/queues/NONE/waits", tokens.admin()).status()).isEqualTo(404);
    }

    private void route(String network, Urgency urgency, String waited) {
        UUID id = UUID.randomUUID();
        Neighbours.decide(
                DecidedEvent.about(id).from("clinic", network).asking(Queue.PAIN_MANAGEMENT, urgency, "LOAD-1"));
        Neighbours.awaitConsumed();
        jdbc.sql("update referral set routed_at = routed_at - cast(:waited as interval) where assessment_id = :id")
                .param("waited", waited)
                .param("id", id)
                .update();
    }
}
