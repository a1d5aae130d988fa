package io.dorsal.intake.submission.kafka;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.intake.submission.Announcements;
import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.FailureTrace;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends both events at once, and awaits both acknowledgements no longer than 4.5 s. Either may be written without the
 * other, or be read before it: a repeat sends both again, and readers take them in any order.
 */
final class AcknowledgedAnnouncements implements Announcements {

    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgedAnnouncements.class);

    /** The contract gives five seconds to the whole call. */
    private static final Duration PATIENCE = Duration.ofMillis(4_500);

    private final KafkaTemplate<String, byte[]> template;
    private final AnnouncementRecords records;
    private final IntakeMetrics metrics;

    AcknowledgedAnnouncements(
            KafkaTemplate<String, byte[]> template, AnnouncementRecords records, IntakeMetrics metrics) {
        this.template = template;
        this.records = records;
        this.metrics = metrics;
    }

    @Override
    public boolean announce(AcceptedAssessment accepted) {
        long start = System.nanoTime();
        UUID key = accepted.assessmentId();
        try {
            CompletableFuture.allOf(
                            records.of(accepted).stream().map(template::send).toArray(CompletableFuture<?>[]::new))
                    .get(PATIENCE.toNanos() - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
            metrics.acknowledged(Duration.ofNanos(System.nanoTime() - start));
            return true;
        } catch (TimeoutException | ExecutionException | RuntimeException e) {
            return unacknowledged(key, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unacknowledged(key, e);
        }
    }

    private static boolean unacknowledged(UUID key, Exception failure) {
        if (failure instanceof RuntimeException bug && FailureKind.of(bug) != FailureKind.TRANSIENT) {
            throw bug;
        }
        LOG.warn("The broker has not acknowledged the assessment {} in time: {}", key, FailureTrace.of(failure));
        return false;
    }
}
