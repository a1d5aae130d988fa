package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
        List<UUID> waiting = Stream.generate(() -> route("metro")).limit(4).toList();
        UUID gone = route("metro");
        for (int place = 0; place < waiting.size(); place++) {
            jdbc.sql(
                            "update referral set due_at = now() + interval '8 days' + :place * interval '1 s' where referral_id = :id")
                    .param("place", place)
                    .param("id", waiting.get(place))
                    .update();
        }
        leftInEachOfTheLastWeeks(gone, 2);

        List<String> breaches = forecast(tokens.specialist("PHYSICAL_THERAPY")).values().stream()
                .map(item -> item.path("referralId").asString())
                .toList();

        assertThat(breaches)
                .as("two leave in a week, or less: in eight days the first has, and the fourth has not")
                .contains(waiting.getLast().toString())
                .doesNotContain(waiting.getFirst().toString());
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
    void neitherAnEmergencyNorWhatIsPastDueWillBe() {
        UUID emergency = route("metro");
        UUID late = route("metro");
        jdbc.sql("update referral set urgency = 'EMERGENCY' where referral_id = :id")
                .param("id", emergency)
                .update();
        jdbc.sql("update referral set due_at = now() - interval '1 h' where referral_id = :id")
                .param("id", late)
                .update();

        assertThat(forecast(tokens.admin())).isEmpty();
    }

    @Test
    void otherSpecialtiesAreToldNothing() {
        assertThat(api.get(FORECAST, tokens.specialist("ONCOLOGY")).status()).isEqualTo(404);
        assertThat(api.get(FORECAST, tokens.operations()).status()).isEqualTo(403);
    }

    private JsonNode forecast(String token) {
        HttpApi.Answer answer = api.get(FORECAST, token);
        assertThat(answer.status()).as(String.valueOf(answer.json())).isEqualTo(200);
        return answer.json().get("items");
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

    /** As if so many had left in each of the last weeks, at this time of the week. */
    private void leftInEachOfTheLastWeeks(UUID referral, int times) {
        jdbc.sql("""
                        insert into referral_change
                            (referral_id, version, revision, from_state, to_state, urgency, reason, actor, changed_at)
                        select :id, 1000 + 10 * week + number, 1, 'ROUTED', 'RETURNED', 'SOON', 'TEST', 'test',
                            now() - week * interval '7 days'
                        from generate_series(1, 7) as week, generate_series(1, :times) as number
                        """).param("id", referral).param("times", times).update();
        jdbc.sql("update referral set is_open = false, state = 'RETURNED' where referral_id = :id")
                .param("id", referral)
                .update();
    }
}
