package io.dorsal.referral.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.rules.decision.Queue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever people, revisions and repetitions do to an assessment, what is promised of its referrals holds. */
class RandomLivesTest {

    private static final int STEPS = 60;

    @Property(tries = 500)
    void whatIsPromisedOfReferralsHolds(@ForAll long seed) {
        FakeCases cases = new FakeCases(new RoutingPolicy(NetworkTargets.everywhere(World.TARGETS)));
        World world = new World(cases, cases, cases);
        RandomLife life = new RandomLife(seed);

        for (int step = 0; step < STEPS; step++) {
            world.take(life.next(cases.referrals()), life.now());
            assertThat(openTwice(cases.referrals())).isEmpty();
        }

        List<ReferralChange> changes = cases.announced();
        assertThat(changes.stream().map(change -> change.referral().version()).toList())
                .isEqualTo(versions(changes));
        assertThat(toldTwice(changes)).isEmpty();
        assertThat(cases.referrals().values()).allSatisfy(RandomLivesTest::isConsistent);
    }

    private static void isConsistent(Referral referral) {
        assertThat(referral.path()).doesNotContain(referral.queue()).doesNotHaveDuplicates();
        if (!referral.state().isTakenOn()) {
            assertThat(referral.toConfirm()).isNull();
        }
        assertThat(referral.clock().paused()).isLessThanOrEqualTo(Duration.ofDays(28));
    }

    private static Set<Queue> openTwice(Map<ReferralId, Referral> referrals) {
        Map<Queue, Long> open = referrals.values().stream()
                .filter(referral -> referral.state().isOpen())
                .collect(Collectors.groupingBy(Referral::queue, Collectors.counting()));
        open.values().removeIf(count -> count == 1);
        return open.keySet();
    }

    /** From 1 on for each referral, in the order of the changes. */
    private static List<Long> versions(List<ReferralChange> changes) {
        Map<ReferralId, Long> last = new HashMap<>();
        return changes.stream()
                .map(change -> last.merge(change.referral().id(), 1L, Long::sum))
                .toList();
    }

    private static Map<ReferralId, Long> toldTwice(List<ReferralChange> changes) {
        Map<ReferralId, Long> told = changes.stream()
                .filter(change -> change.reason() == ChangeReason.BREACHED)
                .map(change -> change.referral().id())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        told.values().removeIf(count -> count == 1);
        return told;
    }
}
