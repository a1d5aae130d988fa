package io.dorsal.referral.worklist.http;

import io.dorsal.kit.security.Caller;
import io.dorsal.kit.security.Role;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.rules.decision.Queue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a caller may see, by the claims of its token. */
public final class Callers {

    private Callers() {}

    /** Counts of queues: operations see those of all queues in their networks. */
    static Visibility ofCounts(Caller caller) {
        return caller.is(Role.OPERATIONS) ? seeing(caller, EnumSet.allOf(Queue.class)) : ofReferrals(caller);
    }

    /** Referrals themselves. */
    public static Visibility ofReferrals(Caller caller) {
        return seeing(caller, caller.is(Role.SPECIALIST) ? ownQueues(caller) : Set.of());
    }

    private static Visibility seeing(Caller caller, Set<Queue> queues) {
        if (caller.is(Role.ADMIN)) {
            return Visibility.ofEverything();
        }
        return new Visibility(false, queues, caller.networks(), clinic(caller));
    }

    private static @Nullable String clinic(Caller caller) {
        return caller.is(Role.CLINIC) ? caller.clinic() : null;
    }

    private static Set<Queue> ownQueues(Caller caller) {
        return Arrays.stream(Queue.values())
                .filter(queue -> caller.queues().contains(queue.name()))
                .collect(Collectors.toSet());
    }
}
