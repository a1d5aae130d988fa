package io.dorsal.referral.lifecycle;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The referrals of one assessment, on which a specialist and a clinic act. */
final class Referrals {

    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    static final Set<Party> BOTH = EnumSet.allOf(Party.class);
    static final LifeCycle LIFE_CYCLE = new LifeCycle(Duration.ofDays(28));

    private static final Origin ORIGIN = new Origin("north", "metro", false);

    private final AssessmentId assessment = new AssessmentId(UUID.randomUUID());
    private final Map<Queue, Referral> latest = new EnumMap<>(Queue.class);
    private final List<ReferralChange> history = new ArrayList<>();
    private Instant now = NOW;

    static Referrals routedTo(Queue queue, Urgency urgency, Duration target) {
        Referrals referrals = new Referrals();
        referrals.route(queue, urgency, target);
        return referrals;
    }

    void route(Queue queue, Urgency urgency, Duration target) {
        ReferralRequest request = new ReferralRequest(queue, urgency, latest.isEmpty(), List.of(queue + "-1"));
        latest.put(queue, Referral.opened(assessment, ORIGIN, 1, 1, request, now, ReferralClock.due(NOW.plus(target))));
    }

    /** Does what must be possible. */
    Referrals after(Queue queue, Action... actions) {
        for (Action action : actions) {
            Taking taking = take(queue, action);
            if (!(taking instanceof Taking.Taken(List<ReferralChange> changes))) {
                throw new AssertionError(
                        "%s in %s: %s".formatted(action.name(), in(queue).state(), taking));
            }
            changes.forEach(this::keep);
        }
        return this;
    }

    /** Tries what may be impossible, and keeps nothing. */
    Taking take(Queue queue, Action action) {
        Referral referral = in(queue);
        Deed deed = new Deed(action, "somebody", "a comment");
        return LIFE_CYCLE.take(referral, HeldReferral.of(referral, latest.values()), deed, now);
    }

    void keep(ReferralChange change) {
        latest.put(change.referral().queue(), change.referral());
        history.add(change);
    }

    Referrals at(Duration sinceRouting) {
        now = NOW.plus(sinceRouting);
        return this;
    }

    Instant now() {
        return now;
    }

    Referral in(Queue queue) {
        Referral referral = latest.get(queue);
        if (referral == null) {
            throw new AssertionError("never in " + queue);
        }
        return referral;
    }

    ReferralChange last() {
        return history.getLast();
    }

    List<ActionName> available(Queue queue, Party... parties) {
        return LIFE_CYCLE.available(in(queue), Set.copyOf(Arrays.asList(parties)), now);
    }
}
