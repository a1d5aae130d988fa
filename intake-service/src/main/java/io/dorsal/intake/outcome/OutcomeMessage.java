package io.dorsal.intake.outcome;

import java.time.Instant;
import java.util.UUID;

/**
 * What a clinic is to be told.
 *
 * @param id the same for the same outcome, and over all attempts
 * @param priority the lower, the sooner
 * @param body the text that is signed, the same over all attempts
 */
public record OutcomeMessage(UUID id, String clinicId, int priority, Instant occurredAt, String body) {}
