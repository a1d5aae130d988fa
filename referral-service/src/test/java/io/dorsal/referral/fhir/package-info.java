/** Tests of referrals as FHIR R4. */
@NullMarked
package io.dorsal.referral.fhir;

import org.jspecify.annotations.NullMarked;
