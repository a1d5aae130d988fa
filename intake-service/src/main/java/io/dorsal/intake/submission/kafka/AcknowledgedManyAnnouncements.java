package io.dorsal.intake.submission.kafka;

import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.intake.submission.ManyAnnouncements;
import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.kit.tracing.CurrentTrace;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends all events at once, and awaits all acknowledgements no longer than the producer keeps trying. Each assessment
 * begins a trace of its own, or none: that of an upload would have them all.
 */
final class AcknowledgedManyAnnouncements implements ManyAnnouncements, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgedManyAnnouncements.class);
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(3);
    private static final Duration LINGER = Duration.ofMillis(5);

    private final KafkaTemplate<String, byte[]> template;
    private final AnnouncementRecords records;
    private final Duration patience;

    AcknowledgedManyAnnouncements(
            KafkaTemplate<String, byte[]> template, AnnouncementRecords records, Duration patience) {
        this.template = template;
        this.records = records;
        this.patience = patience;
    }

    /** What sets its producer apart from that of submissions, by how long a broker that does not answer is waited for. */
    static Map<String, Object> producerSettings(Duration patience) {
        Duration request =
                patience.dividedBy(2).compareTo(LONGEST_REQUEST) < 0 ? patience.dividedBy(2) : LONGEST_REQUEST;
        return Map.of(
                ProducerConfig.LINGER_MS_CONFIG,
                Math.toIntExact(LINGER.toMillis()),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                request.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(request.toMillis()),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(patience.toMillis()),
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                16L * 1024 * 1024);
    }

    @Override
    public Set<UUID> announce(Collection<AcceptedAssessment> accepted) {
        Map<UUID, CompletableFuture<?>> sent = CurrentTrace.outside(() -> send(accepted));
        await(sent.values());
        Set<UUID> acknowledged = sent.entrySet().stream()
                .filter(one -> one.getValue().isDone() && !one.getValue().isCompletedExceptionally())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        if (acknowledged.size() < accepted.size()) {
            LOG.warn(
                    "The broker has not acknowledged {} of {} assessments of an upload in time",
                    accepted.size() - acknowledged.size(),
                    accepted.size());
        }
        return acknowledged;
    }

    /** Up to the first that the producer does not take: it has waited for the broker, and would again for each. */
    private Map<UUID, CompletableFuture<?>> send(Collection<AcceptedAssessment> accepted) {
        Map<UUID, CompletableFuture<?>> sent = new LinkedHashMap<>();
        try {
            for (AcceptedAssessment one : accepted) {
                List<CompletableFuture<?>> both = records.of(one).stream()
                        .<CompletableFuture<?>>map(template::send)
                        .toList();
                sent.put(one.assessmentId(), CompletableFuture.allOf(both.toArray(CompletableFuture<?>[]::new)));
            }
        } catch (RuntimeException e) {
            if (FailureKind.of(e) != FailureKind.TRANSIENT) {
                throw e;
            }
            LOG.warn("The broker takes nothing: {}", FailureTrace.of(e));
        }
        return sent;
    }

    private void await(Collection<CompletableFuture<?>> sent) {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new))
                    .get(patience.plus(LONGEST_REQUEST).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("An upload waits in vain: {}", FailureTrace.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        template.destroy();
    }
}
