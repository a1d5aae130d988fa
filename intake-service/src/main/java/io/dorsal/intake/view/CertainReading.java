package io.dorsal.intake.view;

import io.dorsal.kit.messaging.TransientFailureException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says of an assessment that it is not there only where it is not on its way into the view either. */
public final class CertainReading implements ReadingAssessments {

    private final ReadingAssessments stored;
    private final Arrivals arrivals;

    public CertainReading(ReadingAssessments stored, Arrivals arrivals) {
        this.stored = stored;
        this.arrivals = arrivals;
    }

    /**
     * {@inheritDoc}
     *
     * @throws TransientFailureException where nobody can tell yet whether there is one
     */
    @Override
    public Optional<AssessmentView> find(String clinicId, UUID assessmentId) {
        return stored.find(clinicId, assessmentId).or(() -> findArrived(clinicId, assessmentId));
    }

    /** Looked for again, since it may have arrived between the look for it and the look at what arrives. */
    private Optional<AssessmentView> findArrived(String clinicId, UUID assessmentId) {
        if (arrivals.mayInclude(assessmentId)) {
            throw new TransientFailureException("an assessment that is asked for may be on its way into the view");
        }
        return stored.find(clinicId, assessmentId);
    }

    @Override
    public Optional<AssessmentView> findByReferral(String clinicId, UUID referralId) {
        return stored.findByReferral(clinicId, referralId);
    }

    @Override
    public Optional<AssessmentView> findByAlert(String clinicId, UUID alertId) {
        return stored.findByAlert(clinicId, alertId);
    }

    @Override
    public List<AssessmentView> list(String clinicId, Selection selection) {
        return stored.list(clinicId, selection);
    }

    @Override
    public List<AssessmentView> asking(String clinicId, int limit) {
        return stored.asking(clinicId, limit);
    }
}
