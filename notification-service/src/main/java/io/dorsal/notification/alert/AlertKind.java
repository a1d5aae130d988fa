package io.dorsal.notification.alert;

import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.Policy;

/** Whom an alert is for. */
public enum AlertKind {
    /** To on-call staff: a decision says so. */
    EMERGENCY,
    /** To on-call staff: a record that may have held an emergency could not be processed. */
    POSSIBLE_EMERGENCY,
    /** To the operations contacts: no patient is known to wait. */
    OPERATIONS;

    /** The chain that an alert of this kind follows. */
    public Policy policy(Policies policies, String networkId) {
        return switch (this) {
            case EMERGENCY, POSSIBLE_EMERGENCY -> policies.emergenciesOf(networkId);
            case OPERATIONS -> policies.operations();
        };
    }
}
