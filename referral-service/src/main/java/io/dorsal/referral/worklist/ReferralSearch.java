package io.dorsal.referral.worklist;

import io.dorsal.referral.lifecycle.Visibility;
import java.util.List;

/** Finds referrals by their assessment. */
public interface ReferralSearch {

    /** Those that the caller may see, in any state; no more than that. */
    List<Line> of(AssessmentIds assessments, Visibility visibility, int most);
}
