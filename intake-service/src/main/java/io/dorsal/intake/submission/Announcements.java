package io.dorsal.intake.submission;

/** Tells the platform of accepted assessments. */
public interface Announcements {

    /**
     * Sends the assessment and, apart from it, whom it is about.
     *
     * @return true once every replica in sync has both; false where that is not known in time, and either may be there
     */
    boolean announce(AcceptedAssessment accepted);
}
