package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.Queue;
import io.dorsal.events.Urgency;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ReferralServiceTest
class SearchIT {

    private final TokenIssuer tokens = TokenIssuer.shared();
    private final UUID id = UUID.randomUUID();

    @LocalServerPort
    private int port;

    private HttpApi api;

    @BeforeEach
    void route() {
        api = new HttpApi(port);
    }

    @Test
    void theReferralsOfAnAssessmentAreFoundByItsIdWithinWhatTheCallerMaySee() {
        Neighbours.decide(DecidedEvent.about(id)
                .asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2")
                .asking(Queue.ONCOLOGY, Urgency.SOON, "CANCER-2"));
        Neighbours.awaitConsumed();

        assertThat(queues(id.toString(), tokens.admin())).containsExactly("NEUROSURGERY", "ONCOLOGY");
        assertThat(queues(id.toString(), tokens.clinic("north"))).containsExactly("NEUROSURGERY", "ONCOLOGY");
        assertThat(queues(id.toString(), tokens.specialist("ONCOLOGY"))).containsExactly("ONCOLOGY");
        assertThat(queues(id.toString(), tokens.specialist("RHEUMATOLOGY"))).isEmpty();
        assertThat(queues(id.toString(), tokens.clinic("south"))).isEmpty();
    }

    @Test
    void theBeginningOfAnIdIsEnough() {
        Neighbours.decide(DecidedEvent.about(id).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.awaitConsumed();
        String text = id.toString();

        assertThat(queues(text.substring(0, 8), tokens.admin())).containsExactly("NEUROSURGERY");
        assertThat(queues(text.substring(0, 12).toUpperCase(Locale.ROOT), tokens.admin()))
                .containsExactly("NEUROSURGERY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?assessmentId=1234567", "?assessmentId=%00", "?assessmentId=0123456789x"})
    void whatIsNoBeginningOfAnIdIsABadRequest(String query) {
        HttpApi.Answer answer = api.get("/api/referrals" + query, tokens.admin());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/path").asString()).isEqualTo("assessmentId");
        assertThat(api.get("/api/referrals" + query, tokens.operations()).status())
                .isEqualTo(403);
    }

    private List<String> queues(String assessment, String token) {
        return api.get("/api/referrals?assessmentId=" + assessment, token).json().get("items").values().stream()
                .map(item -> item.get("queue").asString())
                .toList();
    }
}
