package io.dorsal.referral.lifecycle.kafka;

import io.dorsal.events.ReferralChanged;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.outbox.Outbox;
import io.dorsal.referral.lifecycle.Announcements;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.schemas.topics.Topics;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Announces changes to all, and to the systems of the specialty concerned; those are spared what is synthetic. */
@Component
class OutboxAnnouncements implements Announcements {

    private final Outbox outbox;

    OutboxAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(List<ReferralChange> changes) {
        outbox.append(changes.stream().flatMap(OutboxAnnouncements::outgoing).toList());
    }

    private static Stream<Outgoing> outgoing(ReferralChange change) {
        ReferralChanged event = ReferralEvents.of(change);
        UUID key = event.getAssessmentId();
        Outgoing forAll = Outgoing.of(Topics.REFERRAL_CHANGES, key, event);
        if (event.getSynthetic()) {
            return Stream.of(forAll);
        }
        return Stream.of(Outgoing.of(Topics.referralQueue(event.getQueue()), key, event), forAll);
    }
}
