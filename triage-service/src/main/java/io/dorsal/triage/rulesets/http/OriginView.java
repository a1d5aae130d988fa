package io.dorsal.triage.rulesets.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dorsal.rules.policy.PolicyChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from.
 *
 * @param ruleset the ruleset's own value, where the policy has another
 * @param changes what the policy changes, and why; absent where the value is the ruleset's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OriginView(
        Origin origin, @Nullable Object ruleset, @Nullable List<ChangeView> changes) {

    /** Who says it. */
    enum Origin {
        RULESET,
        POLICY
    }

    /** Of a value that these changes made of the ruleset's own; none: it is the ruleset's. */
    static OriginView of(@Nullable Object own, List<? extends PolicyChange> changes) {
        return changes.isEmpty()
                ? new OriginView(Origin.RULESET, null, null)
                : new OriginView(
                        Origin.POLICY, own, changes.stream().map(ChangeView::of).toList());
    }
}
