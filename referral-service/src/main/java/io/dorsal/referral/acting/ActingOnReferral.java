package io.dorsal.referral.acting;

import io.dorsal.referral.lifecycle.Announcements;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.HeldReferral;
import io.dorsal.referral.lifecycle.LifeCycle;
import io.dorsal.referral.lifecycle.Party;
import io.dorsal.referral.lifecycle.Placing;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.ReferralStore;
import io.dorsal.referral.lifecycle.Taking;
import io.dorsal.referral.lifecycle.Visibility;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Somebody acts on a referral, having read a version of it. Runs in the transaction of its caller. Of several who have
 * read the same version one is first; whoever sends the same once more, as its answer was lost, is answered as before.
 */
public final class ActingOnReferral {

    private final LifeCycle lifeCycle;
    private final ReferralStore store;
    private final Placing placing;
    private final Announcements announcements;
    private final InstantSource clock;

    public ActingOnReferral(
            LifeCycle lifeCycle,
            ReferralStore store,
            Placing placing,
            Announcements announcements,
            InstantSource clock) {
        this.lifeCycle = lifeCycle;
        this.store = store;
        this.placing = placing;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Acts.
     *
     * @param version the one that was read
     */
    public Acting act(ReferralId id, Visibility visibility, long version, Deed deed) {
        return store.hold(id, visibility)
                .map(held -> act(held, visibility.partiesOf(held.referral()), version, deed))
                .orElseGet(Acting.Unknown::new);
    }

    private Acting act(HeldReferral held, Set<Party> parties, long version, Deed deed) {
        Referral referral = held.referral();
        if (!parties.contains(deed.action().name().party())) {
            return new Acting.Forbidden();
        }
        if (referral.version() != version) {
            return isRepeated(referral.id(), version, deed)
                    ? new Acting.Done(List.of())
                    : new Acting.Stale(referral.version());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (lifeCycle.take(referral, held, deed, now)) {
            case Taking.Taken(List<ReferralChange> changes) -> done(placing.place(changes, now));
            case Taking.Illegal _ ->
                new Acting.Illegal(referral.state().name(), lifeCycle.available(referral, parties, now));
            case Taking.LoopRefused refused ->
                new Acting.LoopRefused(
                        referral.state().name(), lifeCycle.available(referral, parties, now), refused.possible());
            case Taking.PauseRefused(Instant latest) -> new Acting.PauseRefused(latest);
        };
    }

    private boolean isRepeated(ReferralId id, long version, Deed deed) {
        return store.deed(id, version + 1).filter(deed::equals).isPresent();
    }

    private Acting done(List<ReferralChange> changes) {
        store.save(changes);
        announcements.announce(changes);
        return new Acting.Done(changes);
    }
}
