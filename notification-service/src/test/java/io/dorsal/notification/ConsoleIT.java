package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.SharedService;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What the on-call console asks for, beside what every caller does. */
class ConsoleIT extends SharedService {

    private final NotificationService service = new NotificationService();
    private final JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    ConsoleIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void whoWasToldAndHowIsToldWithoutReadingTheAlert() {
        Alert alert = service.raise();

        await().untilAsserted(() -> assertThat(tellings("ada", "metro", alert.id())
                        .path("items")
                        .path(0)
                        .path("told"))
                .hasSize(2)
                .allMatch(way -> way.path("outcome").asString().equals("ACCEPTED"))
                .allMatch(way -> way.path("name").asString().equals("On call, metro")));
        JsonNode telling = tellings("ada", "metro", alert.id()).path("items").path(0);
        assertThat(telling.path("alertId").asString()).isEqualTo(alert.id().toString());
        assertThat(telling.path("steps").asInt()).isEqualTo(2);
        assertThat(jdbc.queryForObject("select count(*) from alert_read where alert_id = ?", Integer.class, alert.id()))
                .isZero();
    }

    @Test
    void whatIsOutOfSightIsLeftOutAndTooManyAreRefused() {
        Alert alert = service.raise();

        assertThat(tellings("cleo", "coast", alert.id()).path("items")).isEmpty();
        assertThat(tellings("cleo", "coast", Collections.nCopies(51, alert.id()).toArray(UUID[]::new))
                        .path("errors")
                        .path(0)
                        .path("path")
                        .asString())
                .isEqualTo("alert");
    }

    @Test
    void whoHasNotSignedInIsSentToSignInAndTheAlertIsKept() throws Exception {
        HttpResponse<String> answer = Api.http()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/?alert=" + UUID.randomUUID()))
                                .header("Accept", "text/html")
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/oauth2/authorization/"));
    }

    private JsonNode tellings(String account, String network, UUID... alerts) {
        StringBuilder path = new StringBuilder("/api/alerts/tellings?");
        for (UUID alert : alerts) {
            path.append("alert=").append(alert).append('&');
        }
        return new Api(port, TokenIssuer.shared().onCall(account, network))
                .get(path.toString())
                .body();
    }
}
