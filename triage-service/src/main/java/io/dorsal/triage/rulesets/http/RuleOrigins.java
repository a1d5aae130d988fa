package io.dorsal.triage.rulesets.http;

import io.dorsal.rules.docs.ConditionWords;
import io.dorsal.rules.policy.EffectiveRuleset;
import io.dorsal.rules.policy.PolicyChange;
import io.dorsal.rules.ruleset.Rule;

/** Where the values of a rule come from that a policy may change; all others are the ruleset's. */
record RuleOrigins(OriginView urgency, OriginView when, OriginView queues) {

    static RuleOrigins of(String id, EffectiveRuleset effective) {
        Rule own = effective.own().rule(id).orElseThrow();
        return new RuleOrigins(
                OriginView.of(own.urgency(), effective.changes(PolicyChange.RaisedUrgency.class, id)),
                OriginView.of(
                        ConditionWords.lines(own.when()), effective.changes(PolicyChange.WidenedThreshold.class, id)),
                OriginView.of(own.queues(), effective.changes(PolicyChange.AddedQueues.class, id)));
    }
}
