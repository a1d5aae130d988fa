package io.dorsal.intake.submission;

import java.time.Instant;
import java.util.UUID;

/** What a clinic is told of an accepted submission; a repeat is told the same. */
public record Receipt(UUID assessmentId, int revision, String clinicId, Instant receivedAt) {}
