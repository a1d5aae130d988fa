package io.dorsal.referral.fhir;

import io.dorsal.referral.lifecycle.Referral;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A referral with what its resources tell beside it.
 *
 * @param changedAt when it last changed
 * @param patientReference null where it is not known yet, or erased
 * @param decision the decision that the assessment's referrals follow, as JSON
 */
public record ReferralRecord(
        Referral referral, Instant changedAt, @Nullable String patientReference, String decision) {

    /** Leaves patient and answers out: this text may get into a log. */
    @Override
    public String toString() {
        return "ReferralRecord[%s, version %d]".formatted(referral.id(), referral.version());
    }
}
