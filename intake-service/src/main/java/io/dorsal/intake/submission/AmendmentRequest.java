package io.dorsal.intake.submission;

import io.dorsal.intake.view.Channel;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.rules.assessment.Assessment;
import java.util.UUID;

/**
 * What a clinic amends.
 *
 * @param revision the one that it has read and amends; the same revision amended by the same body is the same amendment
 * @param channel the way that the amendment came in
 * @param assessment the whole, as it is to stand; another patient reference corrects a mistaken one
 */
public record AmendmentRequest(
        Clinic clinic, UUID assessmentId, int revision, Channel channel, Assessment assessment) {}
