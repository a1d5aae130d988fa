/** Referrals as FHIR R4: each is a task and a service request of its id. */
@NullMarked
package io.dorsal.referral.fhir;

import org.jspecify.annotations.NullMarked;
