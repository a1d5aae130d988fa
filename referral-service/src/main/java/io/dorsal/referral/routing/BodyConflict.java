package io.dorsal.referral.routing;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.rules.decision.Urgency;

/**
 * Two bodies came in under one assessment and revision; the more urgent decision is kept.
 *
 * @param known how urgently the other body was decided, and of several the most urgent
 * @param added how urgently the body was decided that is new
 */
public record BodyConflict(AssessmentId assessmentId, int revision, Urgency known, Urgency added) {}
