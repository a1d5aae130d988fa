package io.dorsal.notification.delivery.webhook;

import com.standardwebhooks.Webhook;
import io.dorsal.kit.webhook.AllowedAddresses;
import io.dorsal.kit.webhook.WebhookAnswer;
import io.dorsal.kit.webhook.WebhookClient;
import io.dorsal.notification.delivery.Channel;
import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Outcome;
import io.dorsal.notification.delivery.Wording;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Posts messages to the webhooks of contacts, wherever the policy says: pagers stand in hospitals' own networks, too. */
final class WebhookChannel implements Channel, AutoCloseable {

    private final WebhookClient client;
    private final List<Webhook> signers;
    private final JsonMapper json;
    private final Wording wording;

    /**
     * @param answerWithin an answer that comes later than this is none
     */
    WebhookChannel(Webhook signer, JsonMapper json, Wording wording, Clock clock, Duration answerWithin) {
        this.client = new WebhookClient(AllowedAddresses.any(), clock, answerWithin);
        this.signers = List.of(signer);
        this.json = json;
        this.wording = wording;
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
        String body = json.writeValueAsString(WebhookPayload.of(message, wording));
        return switch (client.post(target, signers, message.delivery().toString(), body)) {
            case WebhookAnswer.Accepted(String code) -> new Outcome.Accepted(code);
            case WebhookAnswer.Failed(String code, Duration retryAfter) -> new Outcome.Failed(code);
            case WebhookAnswer.Refused(String code) -> new Outcome.Refused(code);
            // A receiver of emergencies that wants none any more is tried again all the same: nobody else may know.
            case WebhookAnswer.Gone(String code) -> new Outcome.Refused(code);
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
