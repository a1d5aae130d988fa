package io.dorsal.intake.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the views of one clinic. Another clinic's are not there. */
public interface ReadingAssessments {

    /** The view of an assessment. */
    Optional<AssessmentView> find(String clinicId, UUID assessmentId);

    /** The view of the assessment that a referral is of. */
    Optional<AssessmentView> findByReferral(String clinicId, UUID referralId);

    /** The view of the assessment that an alert is of. */
    Optional<AssessmentView> findByAlert(String clinicId, UUID alertId);

    /** The views that a selection asks for, newest first. */
    List<AssessmentView> list(String clinicId, Selection selection);

    /** The views of those that ask the clinic for something: open safety questions, returned referrals. Newest first. */
    List<AssessmentView> asking(String clinicId, int limit);
}
