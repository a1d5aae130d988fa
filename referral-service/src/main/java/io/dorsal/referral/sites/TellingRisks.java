package io.dorsal.referral.sites;

import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.rules.decision.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tells of queues in which referrals wait that no site can see in time: once a queue, however many they are. A risk is over
 * once nobody has been at risk for an hour, so that one that comes and goes is told once. It is found by looking, apart from
 * routing, which never waits for it.
 */
public final class TellingRisks {

    private static final Duration QUIET = Duration.ofHours(1);

    private final RiskBook book;
    private final RiskAnnouncements announcements;

    public TellingRisks(RiskBook book, RiskAnnouncements announcements) {
        this.book = book;
        this.announcements = announcements;
    }

    /** Looks once, in the transaction of its caller. */
    public void tell(Instant now) {
        Map<Queue, QueueRisk> told = new EnumMap<>(Queue.class);
        book.told().forEach(risk -> told.put(risk.queue(), risk));
        for (Referral first : book.firstAtRisk()) {
            QueueRisk risk = told.remove(first.queue());
            if (risk == null) {
                begin(new QueueRisk(first.queue(), now, null), first);
            } else if (risk.clearSince() != null) {
                book.update(risk.clearedAt(null));
            }
        }
        told.values().forEach(risk -> clear(risk, now));
    }

    private void begin(QueueRisk risk, Referral first) {
        if (book.begin(risk)) {
            announcements.announce(risk, first);
        }
    }

    private void clear(QueueRisk risk, Instant now) {
        Instant since = risk.clearSince();
        if (since == null) {
            book.update(risk.clearedAt(now));
        } else if (since.plus(QUIET).isBefore(now)) {
            book.end(risk.queue());
        }
    }
}
