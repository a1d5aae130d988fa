package io.dorsal.rules.decision;

/** Who takes referrals; where they go to is the referral-service's knowledge. */
public enum Queue {
    EMERGENCY_DEPARTMENT,
    NEUROSURGERY,
    SPINE_SURGERY,
    RHEUMATOLOGY,
    DERMATOLOGY,
    ONCOLOGY,
    INFECTIOUS_DISEASE,
    PHYSIATRY,
    PAIN_MANAGEMENT,
    PHYSICAL_THERAPY,
    CHIROPRACTIC,
    PRIMARY_CARE
}
