package io.dorsal.referral.routing;

import io.dorsal.referral.lifecycle.AssessmentId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keeps the assessments and their referrals. All of a batch happens in one transaction, which the caller opens. */
public interface Cases {

    /**
     * Locks and reads those of the assessments that are known. Whoever changes a referral locks its assessment first, in
     * the order of the ids; so no two transactions can wait for each other.
     */
    Map<AssessmentId, AssessmentCase> lock(Collection<AssessmentId> ids);

    /** Writes what a batch has changed. Returns the conflicts between bodies that it has brought to light. */
    List<BodyConflict> save(RoutedBatch batch);
}
