package io.dorsal.intake.submission;

import io.dorsal.intake.view.Channel;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.rules.assessment.Assessment;

/** What a clinic submits. */
public record Submission(Clinic clinic, IdempotencyKey key, Channel channel, Assessment assessment) {}
