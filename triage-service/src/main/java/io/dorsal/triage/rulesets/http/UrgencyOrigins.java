package io.dorsal.triage.rulesets.http;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.policy.EffectiveRuleset;
import io.dorsal.rules.policy.PolicyChange;
import io.dorsal.rules.ruleset.UrgencyPolicy;
import java.util.Objects;

/** Where the times of an urgency come from. */
record UrgencyOrigins(OriginView target, OriginView alertAcknowledgedWithin) {

    static UrgencyOrigins of(Urgency urgency, EffectiveRuleset effective) {
        UrgencyPolicy own = Objects.requireNonNull(effective.own().urgencies().get(urgency));
        return new UrgencyOrigins(
                OriginView.of(own.target(), effective.changes(PolicyChange.ShorterTarget.class, urgency)),
                OriginView.of(
                        own.alertAcknowledgedWithin(),
                        effective.changes(PolicyChange.EarlierAcknowledgement.class, urgency)));
    }
}
