package io.dorsal.notification.delivery;

import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes single attempts. However a channel behaves, an attempt ends within {@link #LONGEST_ATTEMPT}, and its end is an
 * {@link Outcome}.
 */
public final class Sender implements AutoCloseable {

    /** The end of every attempt; leases of claims are longer. */
    public static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(12);

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Map<ChannelKind, Channel> channels;
    private final Duration longestAttempt;
    private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();

    public Sender(List<Channel> channels) {
        this(channels, LONGEST_ATTEMPT);
    }

    Sender(List<Channel> channels, Duration longestAttempt) {
        this.longestAttempt = longestAttempt;
        this.channels = channels.stream().collect(Collectors.toUnmodifiableMap(Channel::kind, Function.identity()));
    }

    /** Attempts a delivery, and waits for its end. */
    public Outcome attempt(Message message, Contact contact, ChannelKind kind) throws InterruptedException {
        Channel channel = channels.get(kind);
        if (channel == null || !contact.channels().contains(kind)) {
            return new Outcome.Refused("the contact has no such channel");
        }
        Future<Outcome> attempt = attempts.submit(() -> channel.send(message, contact));
        try {
            return attempt.get(longestAttempt.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Outcome.Failed("no answer in time");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warn(
                    "Sending delivery {} by {} failed unexpectedly: {}",
                    message.delivery(),
                    kind,
                    FailureTrace.of(cause));
            return new Outcome.Failed(cause.getClass().getSimpleName());
        } finally {
            attempt.cancel(true);
        }
    }

    @Override
    public void close() {
        attempts.shutdownNow();
    }
}
