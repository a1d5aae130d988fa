package io.dorsal.intake.submission.jdbc;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts the assessments that a patient had before one, as the view has them: those of the same reference at the clinics
 * that share it. An assessment counts once, whatever was amended of it.
 */
final class EarlierAssessments {

    /** As a value within a statement that has a row {@code mine} of these columns. A day has 24 hours, in any time zone. */
    static final String COUNT = """
            select count(*)::integer from assessment earlier
            where earlier.clinic_id = any(string_to_array(mine.sharing, '|'))
                and earlier.patient_reference = mine.reference and not earlier.synthetic
                and earlier.received_at >= mine.received_at - interval '1440 hours'
                and earlier.received_at < mine.received_at and earlier.assessment_id <> mine.assessment_id
            """;

    private static final String COUNT_ONE = "select (" + COUNT
            + ") from (select ?::uuid as assessment_id, ?::text as sharing, ?::text as reference,"
            + " ?::timestamptz as received_at) as mine";

    private final ClinicDirectory clinics;

    EarlierAssessments(ClinicDirectory clinics) {
        this.clinics = clinics;
    }

    /** The clinics that share patient keys with this one, joined by what no id of a clinic has. */
    String sharing(Clinic clinic) {
        return clinics.sharingPatientKeysWith(clinic).stream().sorted().collect(Collectors.joining("|"));
    }

    /** How many there are. */
    int count(JdbcTemplate jdbc, Presentation presentation) {
        return Objects.requireNonNull(jdbc.queryForObject(
                COUNT_ONE,
                Integer.class,
                presentation.assessmentId(),
                sharing(presentation.clinic()),
                presentation.patientReference(),
                presentation.receivedAt().atOffset(ZoneOffset.UTC)));
    }
}
