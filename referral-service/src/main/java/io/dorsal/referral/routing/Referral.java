package io.dorsal.referral.routing;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A patient's place in a queue, as it stands after its latest change.
 *
 * @param episode from 1; the next begins when a closed referral is asked for again
 * @param revision the revision of the assessment that last changed it
 * @param routedAt when it was first put into the queue
 * @param dueAt null where its urgency has no target
 * @param version from 1, one more with each change
 */
public record Referral(
        ReferralId id,
        AssessmentId assessmentId,
        Origin origin,
        int episode,
        int revision,
        ReferralRequest request,
        ReferralState state,
        Instant routedAt,
        @Nullable Instant dueAt,
        long version) {

    /** The queue it stands in. */
    public Queue queue() {
        return request.queue();
    }

    /** How urgent it is. */
    public Urgency urgency() {
        return request.urgency();
    }

    Referral asking(ReferralRequest changed, int byRevision, @Nullable Instant due) {
        return new Referral(id, assessmentId, origin, episode, byRevision, changed, state, routedAt, due, version + 1);
    }

    Referral in(ReferralState changed, int byRevision) {
        return new Referral(
                id, assessmentId, origin, episode, byRevision, request, changed, routedAt, dueAt, version + 1);
    }
}
