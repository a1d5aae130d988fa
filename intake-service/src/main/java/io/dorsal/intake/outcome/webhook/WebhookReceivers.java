package io.dorsal.intake.outcome.webhook;

import io.dorsal.intake.outcome.ClinicReceivers;
import io.dorsal.intake.outcome.ReceiverId;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.webhook.AllowedAddresses;
import io.dorsal.kit.webhook.WebhookAnswer;
import io.dorsal.kit.webhook.WebhookClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells clinics by signed webhooks. The client is made with the first of them: the start of the service is spared it. */
final class WebhookReceivers implements ClinicReceivers, AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final Map<String, Receiver> receivers;
    private final AllowedAddresses allowed;
    private final Clock clock;
    private @Nullable WebhookClient client;

    private WebhookReceivers(Map<String, Receiver> receivers, AllowedAddresses allowed, Clock clock) {
        this.receivers = Map.copyOf(receivers);
        this.allowed = allowed;
        this.clock = clock;
    }

    /**
     * @throws RuntimeException where something is configured wrongly
     */
    static WebhookReceivers of(WebhookSettings settings, ClinicDirectory clinics, Clock clock) {
        Map<String, Receiver> receivers = new TreeMap<>();
        settings.webhooks().forEach((clinicId, entry) -> {
            if (clinics.find(clinicId).isEmpty()) {
                throw new IllegalStateException("intake.webhooks." + clinicId + " is for a clinic that is not listed");
            }
            receivers.put(clinicId, Receiver.of(clinicId, entry));
        });
        return new WebhookReceivers(receivers, AllowedAddresses.publicAnd(settings.networks()), clock);
    }

    @Override
    public Set<String> clinics() {
        return receivers.keySet();
    }

    @Override
    public ReceiverId receiver(String clinicId) {
        Receiver receiver = receivers.get(clinicId);
        if (receiver == null) {
            throw new IllegalArgumentException("the clinic " + clinicId + " has no receiver");
        }
        return new ReceiverId(clinicId, receiver.addressHash());
    }

    @Override
    public WebhookAnswer tell(String clinicId, UUID messageId, String body) throws InterruptedException {
        Receiver receiver = receivers.get(clinicId);
        if (receiver == null) {
            return new WebhookAnswer.Refused("no receiver");
        }
        return client().post(receiver.url(), receiver.signers(), messageId.toString(), body);
    }

    private synchronized WebhookClient client() {
        if (client == null) {
            client = new WebhookClient(allowed, clock, ANSWER_WITHIN);
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}
