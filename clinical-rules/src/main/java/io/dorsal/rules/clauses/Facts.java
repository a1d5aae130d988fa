package io.dorsal.rules.clauses;

import io.dorsal.rules.assessment.Answers;

/** What conditions look at in one assessment. */
public interface Facts {

    /** The answers of the assessment. */
    Answers answers();

    /** How many assessments of the patient came before; negative: not known. */
    int earlierAssessments();
}
