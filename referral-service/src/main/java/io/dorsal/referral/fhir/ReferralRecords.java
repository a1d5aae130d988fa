package io.dorsal.referral.fhir;

import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.Visibility;
import java.util.List;
import java.util.Optional;

/** Finds referrals for systems that keep up with them. */
public interface ReferralRecords {

    /** One; empty where there is none, or none in sight. */
    Optional<ReferralRecord> find(ReferralId id, Visibility visibility);

    /** A page of those that the caller may see, in any state. */
    List<ReferralRecord> page(RecordQuery query, Visibility visibility);
}
