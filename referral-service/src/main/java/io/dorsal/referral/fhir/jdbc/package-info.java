/** Referrals for FHIR read from PostgreSQL, within the caller's tenancy. */
@NullMarked
package io.dorsal.referral.fhir.jdbc;

import org.jspecify.annotations.NullMarked;
