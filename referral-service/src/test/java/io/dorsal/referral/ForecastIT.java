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
class ForecastIT {

    private static final String FORECAST = "/api/queues/PHYSICAL_THERAPY/forecast";

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
        jdbc.sql("delete from referral where queue = 'PHYSICAL_THERAPY'").update();
    }

    @Test
    void whoIsFarBackInASlowQueueWillBePastDue() {
        UUID first = route("metro");
        UUID second = route("metro");
        UUID gone = route("metro");
        jdbc.sql("update referral set due_at = now() + interval '8 days'"
                        + " where referral_id in (:first, :second) and due_at is not null")
                .param("first", first)
                .param("second", second)
                .update();
        leftAWeekAgoEach(gone, 8);

        JsonNode items = forecast(tokens.specialist("PHYSICAL_THERAPY"));

        assertThat(items)
                .as("one leaves in a week: the first in time, the second not")
                .hasSize(1);
        assertThat(items.get(0).path("expectedAt").asString()).isNotEmpty();
    }

    @Test
    void aQueueThatNobodyEverLeftIsPastDueAltogether() {
        route("metro");
        route("elsewhere");

        assertThat(forecast(tokens.specialist("PHYSICAL_THERAPY"))).hasSize(1);
        assertThat(forecast(tokens.admin())).hasSize(2);
        assertThat(forecast(tokens.admin()).get(0).has("expectedAt")).isFalse();
    }

    @Test
    void otherSpecialtiesAreToldNothing() {
        assertThat(api.get(FORECAST, tokens.specialist("ONCOLOGY")).status()).isEqualTo(404);
        assertThat(api.get(FORECAST, tokens.operations()).status()).isEqualTo(403);
    }

    private JsonNode forecast(String token) {
        return api.get(FORECAST, token).json().get("items");
    }

    private UUID route(String network) {
        UUID id = UUID.randomUUID();
        Neighbours.decide(
                DecidedEvent.about(id).from("clinic", network).asking(Queue.PHYSICAL_THERAPY, Urgency.SOON, "LOAD-1"));
        Neighbours.awaitConsumed();
        return jdbc.sql("select referral_id from referral where assessment_id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    /** As if one had left in each of the last weeks, at this time of the week. */
    private void leftAWeekAgoEach(UUID referral, int weeks) {
        jdbc.sql("""
                        insert into referral_change
                            (referral_id, version, revision, from_state, to_state, urgency, reason, actor, changed_at)
                        select :id, 1000 + week, 1, 'ROUTED', 'RETURNED', 'SOON', 'TEST', 'test', now() - week * interval '7 days'
                        from generate_series(1, :weeks) as week
                        """)
                .param("id", referral)
                .param("weeks", weeks - 1)
                .update();
        jdbc.sql("update referral set is_open = false, state = 'RETURNED' where referral_id = :id")
                .param("id", referral)
                .update();
    }
}
