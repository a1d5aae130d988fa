package io.dorsal.platform.site.deliveries;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Verifies a webhook as its receivers have to (Standard Webhooks 1.0), and keeps it whether or not it verifies. */
final class WebhookReceiver {

    private final Deliveries deliveries;
    private final Clock clock;
    private final JsonMapper json;
    private final Webhook verifier;

    WebhookReceiver(Deliveries deliveries, Clock clock, JsonMapper json, String secret)
            throws EmptyWebhookSecretException {
        this.deliveries = deliveries;
        this.clock = clock;
        this.json = json;
        this.verifier = new Webhook(secret);
    }

    /** Keeps it, and says whether its signature verified. */
    boolean receive(String path, String body, @Nullable String id, Map<String, List<String>> headers) {
        boolean valid = verifies(body, headers);
        JsonNode payload = parsed(body);
        deliveries.add(new Delivery(
                0,
                Delivery.Channel.WEBHOOK,
                id,
                payload.path("data").path("alertId").asStringOpt().orElse(null),
                clock.instant(),
                valid,
                path,
                payload.path("type").asString("(no type)"),
                payload.isMissingNode() ? body : payload.toPrettyString()));
        return valid;
    }

    private boolean verifies(String body, Map<String, List<String>> headers) {
        try {
            verifier.verify(body, headers);
            return true;
        } catch (WebhookVerificationException | IllegalArgumentException e) {
            return false;
        }
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
