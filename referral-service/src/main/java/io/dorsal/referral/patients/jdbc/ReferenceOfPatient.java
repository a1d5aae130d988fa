package io.dorsal.referral.patients.jdbc;

/** The reference of a patient as a scalar subquery, for statements that read {@code referral} with {@code assessment}. */
public final class ReferenceOfPatient {

    /**
     * The patient is the one whose reference was received with the body that stands; while that is missing, the newest
     * one known, unless it may belong to the other body.
     */
    public static final String SQL = """
            select reference from patient_reference as known
            where known.assessment_id = referral.assessment_id and (
                known.revision <> assessment.revision or known.received_at = assessment.received_at
                or not exists (select from body_conflict as conflict
                    where conflict.assessment_id = known.assessment_id and conflict.revision = known.revision))
            order by (known.revision, known.received_at) = (assessment.revision, assessment.received_at) desc,
                known.revision desc, known.received_at, reference
            limit 1
            """;

    private ReferenceOfPatient() {}
}
