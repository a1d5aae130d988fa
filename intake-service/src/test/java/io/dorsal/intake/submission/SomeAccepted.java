package io.dorsal.intake.submission;

import io.dorsal.intake.testing.SampleAssessments;
import io.dorsal.intake.view.Channel;
import io.dorsal.intake.view.Lane;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.yaml.VocabularyYaml;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;

/** Submissions of the clinic north, and what they are accepted as. */
final class SomeAccepted {

    static final AssessmentJson JSON = new AssessmentJson(VocabularyYaml.vocabulary());
    static final Clinic NORTH = new Clinic("north", "North", "metro", ZoneOffset.UTC, "+1", "always", false);

    private SomeAccepted() {}

    static Submission submission(String key, String patient, int severity) {
        return new Submission(NORTH, new IdempotencyKey(key), Channel.REST, assessment(patient, severity));
    }

    static AcceptedAssessment accepted(String key, String patient, int severity, Instant receivedAt) {
        Assessment assessment = assessment(patient, severity);
        return new AcceptedAssessment(
                new IdempotencyKey(key).assessmentId(NORTH.id()),
                1,
                NORTH,
                Channel.REST,
                Lane.INTERACTIVE,
                receivedAt,
                null,
                Fingerprint.of(assessment, JSON),
                assessment);
    }

    private static Assessment assessment(String patient, int severity) {
        byte[] body = SampleAssessments.backPain(patient, severity).getBytes(StandardCharsets.UTF_8);
        return switch (JSON.read(body, Instant.EPOCH)) {
            case Reading.Accepted(Assessment assessment) -> assessment;
            case Reading.Malformed _, Reading.Invalid _ -> throw new AssertionError("the sample is no assessment");
        };
    }
}
