package io.dorsal.referral.routing;

import io.dorsal.referral.acting.ActingOnReferral;
import io.dorsal.referral.clocks.TellingBreaches;
import io.dorsal.referral.lifecycle.Announcements;
import io.dorsal.referral.lifecycle.LifeCycle;
import io.dorsal.referral.lifecycle.Placing;
import io.dorsal.referral.lifecycle.ReferralStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All that changes referrals, over one store and at a time that the test sets. */
final class World {

    static final Targets TARGETS = Routings.TARGETS;

    private final RoutingDecisions routing;
    private final ActingOnReferral acting;
    private final TellingBreaches telling;
    private Instant now = RandomLife.START;

    World(Cases cases, ReferralStore store, Announcements announcements) {
        RoutingPolicy policy = new RoutingPolicy(NetworkTargets.everywhere(TARGETS));
        this.routing = new RoutingDecisions(policy, cases, Placing.NOWHERE, announcements, () -> now);
        this.acting = new ActingOnReferral(
                new LifeCycle(Duration.ofDays(28)), store, Placing.NOWHERE, announcements, () -> now);
        this.telling = new TellingBreaches(store, announcements);
    }

    /** Has it happen; what came of it, if it was an action. */
    String take(RandomLife.Step step, Instant at) {
        now = at;
        return switch (step) {
            case RandomLife.Step.Decide(DecidedRevision decision) -> {
                routing.route(List.of(decision));
                yield "decided";
            }
            case RandomLife.Step.Act act ->
                acting.act(act.id(), act.by(), act.version(), act.deed()).toString();
            case RandomLife.Step.TellBreaches(Instant due) -> {
                while (!telling.tell(due).isEmpty()) {
                    // The next of them.
                }
                yield "told";
            }
        };
    }
}
