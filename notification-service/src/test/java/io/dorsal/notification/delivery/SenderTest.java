package io.dorsal.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.policy.SomePolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SenderTest {

    private final FakeChannel mail = new FakeChannel(ChannelKind.EMAIL);
    private final Message message = new Message(
            new DeliveryId(UUID.randomUUID()),
            new AlertId(UUID.randomUUID()),
            AlertKind.EMERGENCY,
            false,
            "north",
            Urgency.EMERGENCY,
            "cauda equina syndrome",
            Instant.EPOCH);

    @Test
    void anAttemptEndsHoweverTheChannelBehaves() throws InterruptedException {
        mail.hangs();

        assertThat(attempt(mail)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aChannelThatThrowsHasFailed() throws InterruptedException {
        Channel broken = new Channel() {
            @Override
            public ChannelKind kind() {
                return ChannelKind.EMAIL;
            }

            @Override
            public Outcome send(Message given, Contact contact) {
                throw new IllegalStateException("broken");
            }
        };

        assertThat(attempt(broken)).isEqualTo(new Outcome.Failed("IllegalStateException"));
    }

    @Test
    void aChannelThatTheContactLacksRefuses() throws InterruptedException {
        Contact byWebhookOnly = new Contact("ada", "Ada", null, SomePolicies.ON_CALL.webhook(), null);

        try (Sender sender = new Sender(List.of(mail))) {
            assertThat(sender.attempt(message, byWebhookOnly, ChannelKind.EMAIL))
                    .isInstanceOf(Outcome.Refused.class);
        }
        assertThat(mail.sent()).isEmpty();
    }

    private Outcome attempt(Channel channel) throws InterruptedException {
        try (Sender sender = new Sender(List.of(channel), Duration.ofMillis(100))) {
            return sender.attempt(message, SomePolicies.ON_CALL, ChannelKind.EMAIL);
        }
    }
}
