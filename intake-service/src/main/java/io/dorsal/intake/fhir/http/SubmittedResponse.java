package io.dorsal.intake.fhir.http;

import io.dorsal.intake.submission.IdempotencyKey;
import io.dorsal.rules.assessment.Assessment;

/** What a questionnaire response submits. */
record SubmittedResponse(IdempotencyKey key, Assessment assessment) {}
