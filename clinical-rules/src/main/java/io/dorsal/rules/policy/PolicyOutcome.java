package io.dorsal.rules.policy;

import io.dorsal.rules.lint.Defect;
import java.util.List;

/** What became of a policy: it is applied as a whole, or not at all. */
public sealed interface PolicyOutcome {

    /** The policy only adds caution. */
    record Accepted(EffectiveRuleset effective) implements PolicyOutcome {}

    /** The policy loosens something, or cannot be applied; every reason that was found is named. */
    record Refused(List<Defect> defects) implements PolicyOutcome {
        public Refused {
            defects = List.copyOf(defects);
        }
    }
}
