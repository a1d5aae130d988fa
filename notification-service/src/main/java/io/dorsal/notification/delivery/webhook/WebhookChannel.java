package io.dorsal.notification.delivery.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.dorsal.notification.delivery.Channel;
import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Outcome;
import io.dorsal.notification.delivery.Wording;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts messages to webhooks, signed as Standard Webhooks 1.0 asks. Only a 2xx is an acceptance: a redirect is refused,
 * since whoever answers it could send the signed message anywhere. The receiver's body is not read.
 */
final class WebhookChannel implements Channel {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

    private final HttpClient http;
    private final Webhook signer;
    private final JsonMapper json;
    private final Wording wording;
    private final Clock clock;
    private final Duration answerWithin;

    /**
     * @param answerWithin an answer that comes later than this is none
     */
    WebhookChannel(Webhook signer, JsonMapper json, Wording wording, Clock clock, Duration answerWithin) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_WITHIN)
                .build();
        this.signer = signer;
        this.json = json;
        this.wording = wording;
        this.clock = clock;
        this.answerWithin = answerWithin;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public Outcome send(Message message, Contact contact) throws InterruptedException {
        URI target = contact.webhook();
        if (target == null) {
            return new Outcome.Refused("no address");
        }
        try {
            HttpResponse<InputStream> answer = http.send(requestTo(target, message), BodyHandlers.ofInputStream());
            answer.body().close();
            return byStatus(answer.statusCode());
        } catch (IOException e) {
            return new Outcome.Failed(e.getClass().getSimpleName());
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("a webhook could not be signed", e);
        }
    }

    private HttpRequest requestTo(URI target, Message message) throws WebhookSigningException {
        Instant now = clock.instant();
        String body = json.writeValueAsString(WebhookPayload.of(message, wording));
        String id = message.delivery().toString();
        return HttpRequest.newBuilder(target)
                .timeout(answerWithin)
                .header("content-type", "application/json")
                .header("user-agent", "Dorsal")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .header("webhook-signature", signer.sign(id, now.getEpochSecond(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private static Outcome byStatus(int status) {
        String code = String.valueOf(status);
        return switch (status / 100) {
            case 2 -> new Outcome.Accepted(code);
            case 3, 4 -> status == 408 || status == 429 ? new Outcome.Failed(code) : new Outcome.Refused(code);
            default -> new Outcome.Failed(code);
        };
    }
}
