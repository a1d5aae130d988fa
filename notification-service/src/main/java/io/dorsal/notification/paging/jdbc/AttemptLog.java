package io.dorsal.notification.paging.jdbc;

import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.jdbc.SqlTimes;
import io.dorsal.notification.delivery.Attempt;
import io.dorsal.notification.delivery.Claim;
import io.dorsal.notification.delivery.Outcome;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Attempts in the timelines of their alerts. One that ends as the one before of the same delivery has ended is counted in
 * its line: else a channel that is down for a night would bury all that people want to read.
 */
final class AttemptLog {

    private final JdbcTemplate jdbc;

    AttemptLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Attempt attempt, boolean wasStopped) {
        String code = attempt.outcome().code();
        String detail = wasStopped ? code + ", under way when the alert was acknowledged" : code;
        if (!countedWithTheOneBefore(attempt, detail)) {
            insert(attempt, detail);
        }
    }

    private boolean countedWithTheOneBefore(Attempt attempt, String detail) {
        UUID delivery = attempt.claim().message().delivery().value();
        return jdbc.update("""
                        update timeline set times = times + 1, last_at = ?
                        where id = (select max(id) from timeline where delivery_id = ?) and outcome = ? and detail = ?
                        """, SqlTimes.of(attempt.endedAt()), delivery, nameOf(attempt.outcome()), detail) == 1;
    }

    private void insert(Attempt attempt, String detail) {
        Claim claim = attempt.claim();
        jdbc.update(
                """
                insert into timeline (alert_id, at, what, actor, round, step, delivery_id, contact_id, channel, outcome, detail)
                values (?, ?, 'ATTEMPT', ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                claim.message().alert().value(),
                SqlTimes.of(attempt.endedAt()),
                Change.SERVICE,
                claim.turn().round(),
                claim.turn().step(),
                claim.message().delivery().value(),
                claim.contactId(),
                claim.channel().name(),
                nameOf(attempt.outcome()),
                detail);
    }

    private static String nameOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> "ACCEPTED";
            case Outcome.Failed failed -> "FAILED";
            case Outcome.Refused refused -> "REFUSED";
            case Outcome.Gone gone -> "GONE";
        };
    }
}
