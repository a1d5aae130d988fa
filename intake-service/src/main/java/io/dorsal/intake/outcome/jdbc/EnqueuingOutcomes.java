package io.dorsal.intake.outcome.jdbc;

import static io.dorsal.intake.outcome.jdbc.PostgresOutcomeQueue.time;

import io.dorsal.intake.outcome.OutcomeMessage;
import io.dorsal.intake.outcome.OutcomeMessages;
import io.dorsal.intake.view.Change;
import io.dorsal.intake.view.jdbc.FollowingChanges;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Enqueues what clinics are to be told with the change that it tells of. It is enqueued once, whatever is replayed: what is
 * remembered is not enqueued again, and what happened so long ago that it may have been forgotten is not enqueued at all.
 * Nor is what happened before the clinic was first told anything.
 */
final class EnqueuingOutcomes implements FollowingChanges {

    /** What comes to light later than this is read, but not told any more. */
    static final Duration TOLD_WITHIN = Duration.ofDays(7);

    private static final String ENQUEUE = """
            insert into webhook_delivery (webhook_id, clinic_id, priority, body, enqueued_at, due_at)
            select ?, clinic_id, ?, ?, ?, ? from webhook_clinic where clinic_id = ? and since <= ?
            on conflict (webhook_id) do nothing
            """;

    private final OutcomeMessages messages;
    private final Clock clock;

    EnqueuingOutcomes(OutcomeMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void follow(JdbcTemplate jdbc, List<Change> changes) {
        Instant now = clock.instant();
        List<Object[]> rows = changes.stream()
                .flatMap(change -> messages.about(change).stream())
                .filter(message -> message.occurredAt().isAfter(now.minus(TOLD_WITHIN)))
                .map(message -> row(message, now))
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(ENQUEUE, rows);
        }
    }

    private static Object[] row(OutcomeMessage message, Instant now) {
        return new Object[] {
            message.id(),
            message.priority(),
            message.body(),
            time(now),
            time(now),
            message.clinicId(),
            time(message.occurredAt())
        };
    }
}
