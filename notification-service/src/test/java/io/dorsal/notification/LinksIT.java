package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.MailSink;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.Outside;
import io.dorsal.notification.support.SharedService;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The link in a mail, by which whoever was told takes the alert without signing in. */
class LinksIT extends SharedService {

    private static final Pattern LINK = Pattern.compile("Acknowledge: http://localhost:8084(/acknowledge/\\S+)");

    private final NotificationService service = new NotificationService();
    private final JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    LinksIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void showingItChangesNothingForMailboxesOpenLinks() throws Exception {
        Alert alert = service.raise();

        HttpResponse<String> shown = get(linkTo(alert));

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("Nobody has taken this alert", "<button", alert.id().toString());
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(stateOf(alert)).isEqualTo("NOTIFYING");
    }

    @Test
    void whoTakesItHasItUnderTheNameOfTheContactWhomTheMailWasFor() throws Exception {
        Alert alert = service.raise();
        String link = linkTo(alert);

        assertThat(post(link).statusCode()).isEqualTo(302);

        assertThat(get(link).body()).contains("You have it", "Reach the patient by");
        assertThat(read(alert).body().path("acknowledgedBy").asString()).isEqualTo("oncall");
        assertThat(post(link).statusCode())
                .as("the same once more changes nothing")
                .isEqualTo(302);
        assertThat(read(alert).body().path("acknowledgedBy").asString()).isEqualTo("oncall");
    }

    @Test
    void whoComesSecondLearnsWhoHasIt() throws Exception {
        Alert alert = service.raise();
        String link = linkTo(alert);
        new Api(port, TokenIssuer.shared().onCall("ada", "metro")).post(alert.path() + "/acknowledge");

        post(link);

        assertThat(get(link).body()).contains("ada").contains("has it").doesNotContain("<button");
        assertThat(read(alert).body().path("acknowledgedBy").asString()).isEqualTo("ada");
    }

    @Test
    void aLinkIsGoodForOneAcknowledgement() throws Exception {
        Alert alert = service.raise();
        String link = linkTo(alert);
        post(link);
        jdbc.update("update alert set next_at = now() where id = ?", alert.id());
        await().untilAsserted(() -> assertThat(stateOf(alert)).isEqualTo("NOTIFYING"));

        post(link);

        assertThat(stateOf(alert)).isEqualTo("NOTIFYING");
        assertThat(get(link).body()).contains("This link was used before");
    }

    @Test
    void whatIsNoLinkLeadsNowhere() throws Exception {
        String link = linkTo(service.raise());

        assertThat(get(link.substring(0, link.length() - 4) + "AAAA").statusCode())
                .isEqualTo(404);
        assertThat(post("/acknowledge/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(get("/acknowledge.css").statusCode()).isEqualTo(200);
    }

    private static String linkTo(Alert alert) {
        MailSink.Mail mail = await().until(
                        () -> Outside.MAIL.mails(alert.id()).stream().findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Api.Answer read(Alert alert) {
        return new Api(port, TokenIssuer.shared().onCall("reader", "metro")).get(alert.path());
    }

    private String stateOf(Alert alert) {
        return read(alert).body().path("state").asString();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return Api.http().send(to(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return Api.http().send(to(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
    }
}
