package io.dorsal.notification.reading.http;

import io.dorsal.kit.security.Caller;
import io.dorsal.kit.security.Role;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.policy.CurrentPolicies;

/** What a caller may see, by their roles. */
final class Sights {

    private final CurrentPolicies policies;

    Sights(CurrentPolicies policies) {
        this.policies = policies;
    }

    Sight of(Caller caller) {
        return new Sight(
                caller.subject(),
                caller.is(Role.ADMIN),
                caller.is(Role.ON_CALL) && !caller.networks().isEmpty(),
                caller.is(Role.OPERATIONS),
                caller.networks(),
                policies.get().byNetwork().keySet());
    }
}
