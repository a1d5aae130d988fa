package io.dorsal.referral.sites.kafka;

import io.dorsal.events.ReferralChanged;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.outbox.Outbox;
import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.SiteReason;
import io.dorsal.referral.lifecycle.kafka.ReferralEvents;
import io.dorsal.referral.sites.QueueRisk;
import io.dorsal.referral.sites.RiskAnnouncements;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import java.util.List;
import org.springframework.stereotype.Component;

/** Announces a risk as the referral that is at risk and goes first, on a topic of its own, under an id of the risk. */
@Component
class OutboxRisks implements RiskAnnouncements {

    private final Outbox outbox;

    OutboxRisks(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(QueueRisk risk, Referral first) {
        ReferralChange asItStands =
                ReferralChange.byThisService(first, first.state(), ChangeReason.DECIDED, risk.since());
        ReferralChanged event = ReferralChanged.newBuilder(ReferralEvents.of(asItStands))
                .setEventId(Identities.queueRiskId(risk.queue().name(), risk.since()))
                .setReason(SiteReason.NO_SITE_IN_TIME.name())
                .build();
        outbox.append(List.of(Outgoing.of(Topics.REFERRAL_RISKS, event.getAssessmentId(), event)));
    }
}
