package io.dorsal.referral.routing;

import java.time.Instant;

/** Two bodies came in under one assessment and revision; the more urgent decision was kept. */
public record BodyConflict(AssessmentId assessmentId, int revision, Standing kept, Standing dropped, Instant seenAt) {}
