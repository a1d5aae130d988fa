package io.dorsal.referral.worklist.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.kit.security.Caller;
import io.dorsal.kit.security.Role;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.rules.decision.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallersTest {

    @Test
    void aSpecialistSeesItsQueuesInItsNetworks() {
        Visibility seen = Callers.ofReferrals(caller(Role.SPECIALIST, Set.of("ONCOLOGY", "NO_QUEUE"), Set.of("metro")));

        assertThat(seen).isEqualTo(new Visibility(false, Set.of(Queue.ONCOLOGY), Set.of("metro"), null));
    }

    @Test
    void aClaimOfQueuesWithoutTheRoleGivesNothing() {
        Visibility seen = Callers.ofReferrals(caller(Role.CLINIC, Set.of("ONCOLOGY"), Set.of("metro")));

        assertThat(seen).isEqualTo(new Visibility(false, Set.of(), Set.of("metro"), "north"));
    }

    @Test
    void operationsSeeCountsOfAllQueuesButNoReferral() {
        Caller operations = caller(Role.OPERATIONS, Set.of(), Set.of("coast"));

        assertThat(Callers.ofCounts(operations).queues()).hasSize(Queue.values().length);
        assertThat(Callers.ofCounts(operations).networks()).containsExactly("coast");
        assertThat(Callers.ofReferrals(operations).queues()).isEmpty();
        assertThat(Callers.ofReferrals(operations).everything()).isFalse();
    }

    @Test
    void administratorsSeeEverything() {
        assertThat(Callers.ofReferrals(caller(Role.ADMIN, Set.of(), Set.of())).everything())
                .isTrue();
    }

    private static Caller caller(Role role, Set<String> queues, Set<String> networks) {
        return new Caller("somebody", Set.of(role), "north", queues, networks);
    }
}
