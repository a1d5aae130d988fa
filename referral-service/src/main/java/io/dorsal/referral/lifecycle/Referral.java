package io.dorsal.referral.lifecycle;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient's place in a queue, as it stands after its latest change.
 *
 * @param episode from 1; the next begins when a closed referral is asked for again
 * @param revision the revision of the assessment that last changed it
 * @param path the queues from which it was redirected; it never goes to one of them again
 * @param toConfirm the end that the clinic or a newer revision asks for, until a specialist confirms; null for none
 * @param routedAt when it was first put into a queue
 * @param version from 1, one more with each change
 * @param placement the site that was chosen for it, and why; null where its queue had no sites
 */
public record Referral(
        ReferralId id,
        AssessmentId assessmentId,
        Origin origin,
        int episode,
        int revision,
        ReferralRequest request,
        List<Queue> path,
        ReferralState state,
        @Nullable AskedEnd toConfirm,
        Instant routedAt,
        ReferralClock clock,
        long version,
        @Nullable Placement placement) {

    public Referral {
        path = List.copyOf(path);
    }

    /** The queue it stands in. */
    public Queue queue() {
        return request.queue();
    }

    /** How urgent it is. */
    public Urgency urgency() {
        return request.urgency();
    }

    /** When it is due; null where its urgency has no target. */
    public @Nullable Instant dueAt() {
        return clock.dueAt();
    }

    /** Whether somebody is waited for: in an emergency to accept it, else for its end. */
    public boolean isAwaited() {
        return state.isOpen() && (urgency() != Urgency.EMERGENCY || !state.isTakenOn());
    }

    /** Whether it is past due. */
    public boolean isOverdue(Instant now) {
        return isAwaited() && clock.isPast(now);
    }

    /** Whether it answers what was asked of a queue: its own, or one from which it was redirected. */
    public boolean standsFor(Queue queue) {
        return queue == queue() || path.contains(queue);
    }

    /** Where the patient is to be seen: as appointed, or as chosen; null where that is open, or over. */
    public @Nullable String site() {
        return switch (state) {
            case ReferralState.Scheduled(Instant _, String site) -> site == null ? chosenSite() : site;
            case ReferralState.NoShow(Instant _, String site) -> site == null ? chosenSite() : site;
            case ReferralState.Routed _, ReferralState.Accepted _ -> chosenSite();
            case ReferralState.Completed _,
                    ReferralState.Returned _,
                    ReferralState.Redirected _,
                    ReferralState.Withdrawn _,
                    ReferralState.Cancelled _ -> null;
        };
    }

    private @Nullable String chosenSite() {
        return placement == null ? null : placement.site();
    }

    /** Whether no site could see the patient in time, and nobody has taken it on since. */
    public boolean isAtRisk() {
        return state instanceof ReferralState.Routed
                && placement != null
                && placement.reason() == SiteReason.NO_SITE_IN_TIME;
    }

    /** The same version, with another site chosen or none. */
    public Referral placed(@Nullable Placement chosen) {
        return new Referral(
                id,
                assessmentId,
                origin,
                episode,
                revision,
                request,
                path,
                state,
                toConfirm,
                routedAt,
                clock,
                version,
                chosen);
    }

    /** A referral's first version. */
    public static Referral opened(
            AssessmentId assessment,
            Origin origin,
            int episode,
            int revision,
            ReferralRequest request,
            Instant routedAt,
            ReferralClock clock) {
        return new Referral(
                ReferralId.of(assessment, request.queue(), episode),
                assessment,
                origin,
                episode,
                revision,
                request,
                List.of(),
                new ReferralState.Routed(),
                null,
                routedAt,
                clock,
                1,
                null);
    }

    /** The next version, as a revision asks for it; where it was asked to end by a revision, that is over. */
    public Referral asking(ReferralRequest changed, int byRevision, ReferralClock changedClock) {
        AskedEnd end = toConfirm == AskedEnd.WITHDRAWAL ? null : toConfirm;
        return new Referral(
                id,
                assessmentId,
                origin,
                episode,
                byRevision,
                changed,
                path,
                state,
                end,
                routedAt,
                changedClock,
                version + 1,
                placement);
    }

    /** The next version in another state, or in the same one anew. */
    Referral in(ReferralState changed) {
        AskedEnd end = changed.isTakenOn() ? toConfirm : null;
        return new Referral(
                id,
                assessmentId,
                origin,
                episode,
                revision,
                request,
                path,
                changed,
                end,
                routedAt,
                clock,
                version + 1,
                placement);
    }

    Referral endAsked(AskedEnd end) {
        return new Referral(
                id,
                assessmentId,
                origin,
                episode,
                revision,
                request,
                path,
                state,
                end,
                routedAt,
                clock,
                version + 1,
                placement);
    }

    /** The next version by another clock. */
    public Referral with(ReferralClock changed) {
        return new Referral(
                id,
                assessmentId,
                origin,
                episode,
                revision,
                request,
                path,
                state,
                toConfirm,
                routedAt,
                changed,
                version + 1,
                placement);
    }

    Referral byRevision(int number) {
        return new Referral(
                id,
                assessmentId,
                origin,
                episode,
                number,
                request,
                path,
                state,
                toConfirm,
                routedAt,
                clock,
                version,
                placement);
    }

    Referral onPath(List<Queue> queues) {
        return new Referral(
                id,
                assessmentId,
                origin,
                episode,
                revision,
                request,
                queues,
                state,
                toConfirm,
                routedAt,
                clock,
                version,
                placement);
    }

    Referral routedAt(Instant time) {
        return new Referral(
                id,
                assessmentId,
                origin,
                episode,
                revision,
                request,
                path,
                state,
                toConfirm,
                time,
                clock,
                version,
                placement);
    }
}
