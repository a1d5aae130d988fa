package io.dorsal.notification.delivery;

import io.dorsal.kit.tracing.Traces;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import java.util.Locale;
import java.util.Map;

/** A channel whose attempts stand in the trace of what raised the alert. */
public final class TracedChannel implements Channel {

    private final Channel channel;
    private final Traces traces;

    public TracedChannel(Channel channel, Traces traces) {
        this.channel = channel;
        this.traces = traces;
    }

    @Override
    public ChannelKind kind() {
        return channel.kind();
    }

    @Override
    public Outcome send(Message message, Contact contact) throws InterruptedException {
        Map<String, String> about = Map.of(
                "dorsal.alert.id", message.alert().toString(),
                "dorsal.delivery.id", message.delivery().toString(),
                "dorsal.channel", kind().name());
        try (Traces.Step step = traces.step("deliver " + kind(), message.trace(), about)) {
            Outcome outcome = channel.send(message, contact);
            step.outcome("dorsal.outcome", outcome.getClass().getSimpleName().toUpperCase(Locale.ROOT));
            return outcome;
        }
    }
}
