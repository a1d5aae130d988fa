package io.dorsal.referral.worklist;

import io.dorsal.referral.routing.AssessmentId;
import io.dorsal.referral.routing.ReferralId;
import io.dorsal.referral.routing.ReferralState;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a worklist. */
public record WorklistItem(
        ReferralId referralId,
        AssessmentId assessmentId,
        String clinicId,
        Queue queue,
        Urgency urgency,
        ReferralState state,
        Instant routedAt,
        @Nullable Instant dueAt,
        List<String> rules) {

    public WorklistItem {
        rules = List.copyOf(rules);
    }

    /** Where the next page continues. */
    public Position position() {
        return new Position(urgency, dueAt, referralId);
    }

    /** A place in the order of a worklist: the most urgent first, then what is due first. */
    public record Position(Urgency urgency, @Nullable Instant dueAt, ReferralId referralId) {}
}
