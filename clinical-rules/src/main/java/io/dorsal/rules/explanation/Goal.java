package io.dorsal.rules.explanation;

import io.dorsal.rules.decision.Finding;
import java.util.List;

/** An outcome that changes of answers are to lead to. */
interface Goal {

    /** What is required at least, in alternatives. */
    List<Requirement> starts();

    boolean isReached(List<Finding> findings);

    /** What is required beyond that, in alternatives, after the findings that came of it; none where that leads nowhere. */
    List<Requirement> next(Requirement requirement, List<Finding> findings);
}
