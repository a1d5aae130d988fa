package io.dorsal.referral.routing;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.rules.decision.Urgency;

/** A body that was decided under a revision, whether its decision stands or not. */
public record DecidedBody(AssessmentId assessmentId, int revision, String bodyHash, Urgency urgency) {}
