package io.dorsal.intake.feedback;

import java.util.List;
import java.util.UUID;

/** Keeps feedback with the decisions that it is about. */
public interface Feedbacks {

    /**
     * Keeps feedback of a clinic, all of it or none; what is kept already is not kept twice.
     *
     * @return false where some of it is about no decision of this clinic
     */
    boolean keep(String clinicId, List<Feedback> feedback);

    /** What was made of a decision, the first first, up to some number. */
    List<Feedback> on(UUID decisionId);
}
