package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.SharedService;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What is done with an alert once somebody has acknowledged it. */
class HoldingIT extends SharedService {

    private final NotificationService service = new NotificationService();
    private final JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private Api holder;
    private Api other;

    HoldingIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void people() {
        holder = new Api(port, TokenIssuer.shared().onCall("oncall", "metro"));
        other = new Api(port, TokenIssuer.shared().onCall("oncall-coast", "metro"));
    }

    @Test
    void anEmergencyIsFollowedUntilThePatientIsInOtherHands() {
        Alert alert = acknowledged();

        assertThat(actions(holder, alert)).containsExactly("patient-contacted", "unreachable", "reassign");
        assertThat(act(holder, alert, "unreachable", "{}").status()).isEqualTo(200);
        assertThat(act(holder, alert, "patient-contacted", "{}")
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("PATIENT_CONTACTED");
        assertThat(actions(holder, alert)).containsExactly("close", "reassign");
        Api.Answer closed = act(holder, alert, "close", "{\"outcome\": \"HANDED_OVER\"}");

        assertThat(closed.body().path("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.body().has("nextAt")).isFalse();
        assertThat(whats(alert))
                .containsSubsequence("ACKNOWLEDGED", "PATIENT_UNREACHABLE", "PATIENT_CONTACTED", "CLOSED");
    }

    @Test
    void whoDoesNotReachThePatientInTimeIsToldAgainWithTheOthersInTheNextRound() {
        Alert alert = acknowledged();

        passLimitOf(alert);

        await().untilAsserted(() ->
                assertThat(NotificationService.webhookIds(alert)).contains(alert.webhook(2, 1, "oncall-metro")));
        JsonNode read = holder.get(alert.path()).body();
        assertThat(read.path("state").asString()).isEqualTo("NOTIFYING");
        assertThat(read.has("acknowledgedBy")).isFalse();
        assertThat(whats(alert)).contains("NOT_CONTACTED_IN_TIME");
    }

    @Test
    void anAlertThatIsNotClosedInTimeIsToldAgain() {
        Alert alert = acknowledged();
        act(holder, alert, "patient-contacted", "{}");

        passLimitOf(alert);

        await().untilAsserted(() ->
                assertThat(NotificationService.webhookIds(alert)).contains(alert.webhook(2, 1, "oncall-metro")));
        assertThat(whats(alert)).contains("NOT_CLOSED_IN_TIME");
    }

    @Test
    void whoGetsAnAlertReassignedIsToldAndGoesOnWithIt() {
        Alert alert = acknowledged();

        Api.Answer passed = act(holder, alert, "reassign", "{\"to\": \"oncall-coast\"}");

        assertThat(passed.body().path("acknowledgedBy").asString()).isEqualTo("oncall-coast");
        int version = passed.body().path("version").asInt();
        await().untilAsserted(() ->
                assertThat(NotificationService.webhookIds(alert)).contains(alert.webhook(version, 0, "oncall-coast")));
        assertThat(act(holder, alert, "patient-contacted", "{}").status()).isEqualTo(409);
        assertThat(act(other, alert, "patient-contacted", "{}").status()).isEqualTo(200);
    }

    @Test
    void whatIsNotPossibleNamesWhatIs() {
        Alert alert = acknowledged();

        Api.Answer refused = act(other, alert, "close", "{\"outcome\": \"FALSE_ALARM\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("acknowledgedBy").asString()).isEqualTo("oncall");
        assertThat(texts(refused.body().path("availableActions"))).containsExactly("reassign");
        assertThat(act(holder, alert, "close", "{\"outcome\": \"HANDED_OVER\"}").status())
                .as("nobody has reached the patient")
                .isEqualTo(409);
    }

    @Test
    void aStepIsTakenOnTheGroundOfWhatWasRead() {
        Alert alert = acknowledged();

        assertThat(holder.post(alert.path() + "/patient-contacted").status()).isEqualTo(428);
        assertThat(holder.postJson(alert.path() + "/patient-contacted", "\"1\"", "{}")
                        .status())
                .isEqualTo(412);
        assertThat(new Api(port, TokenIssuer.shared().onCall("cleo", "coast"))
                        .postJson(alert.path() + "/patient-contacted", "\"1\"", "{}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "close              | {}                          | outcome",
                "close              | {\"outcome\": \"DIED\"}       | outcome",
                "close              | {\"outcome\": \"FALSE_ALARM\", \"by\": 1} | ''",
                "reassign           | {\"to\": \"nobody-we-know\"}  | to",
                "reassign           | {\"to\": 7}                 | to",
                "patient-contacted  | {\"comment\": \"x\"}          | ''",
                "unreachable        | []                          | ''"
            })
    void whatIsNoStepIsRefusedWithTheFieldAndChangesNothing(String action, String body, String path) {
        Alert alert = acknowledged();

        Api.Answer refused = act(holder, alert, action, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").get(0).path("path").asString()).isEqualTo(path);
        assertThat(holder.get(alert.path()).body().path("state").asString()).isEqualTo("ACKNOWLEDGED");
    }

    private Alert acknowledged() {
        Alert alert = service.raise();
        await().untilAsserted(() -> assertThat(
                        holder.get(alert.path()).body().path("timeline").toString())
                .contains("WEBHOOK", "EMAIL"));
        assertThat(holder.post(alert.path() + "/acknowledge").status()).isEqualTo(200);
        return alert;
    }

    private static Api.Answer act(Api person, Alert alert, String action, String body) {
        String read = person.get(alert.path()).header("ETag");
        return person.postJson(alert.path() + "/" + action, read, body);
    }

    /** As if the time until then had gone by. */
    private void passLimitOf(Alert alert) {
        assertThat(jdbc.update("update alert set next_at = now() where id = ? and state <> 'NOTIFYING'", alert.id()))
                .isEqualTo(1);
    }

    private List<String> actions(Api person, Alert alert) {
        return texts(person.get(alert.path()).body().path("availableActions"));
    }

    private List<String> whats(Alert alert) {
        return StreamSupport.stream(
                        holder.get(alert.path()).body().path("timeline").spliterator(), false)
                .map(entry -> entry.path("what").asString())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
