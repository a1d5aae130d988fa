package io.dorsal.notification.failopen;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.Policy;
import io.dorsal.notification.policy.Turn;
import java.time.Instant;

/**
 * How far the telling of an alert has come without the database. Its turns follow each other as they would there.
 *
 * @param nextAt when the next turn is due, unless somebody acknowledges before
 */
record Chain(Alert alert, Turn turn, Instant nextAt) {

    static Chain at(Turn turn, Alert alert, Policies policies, Instant now) {
        return new Chain(
                alert, turn, now.plus(policyOf(alert, policies).at(turn).patience()));
    }

    boolean isDue(Instant now) {
        return !nextAt.isAfter(now);
    }

    Chain next(Policies policies, Instant now) {
        return at(policyOf(alert, policies).after(turn), alert, policies, now);
    }

    private static Policy policyOf(Alert alert, Policies policies) {
        return alert.cause().kind().policy(policies, alert.origin().networkId());
    }
}
