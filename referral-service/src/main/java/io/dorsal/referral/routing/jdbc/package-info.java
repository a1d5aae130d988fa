/** Assessments and their referrals in PostgreSQL. */
@NullMarked
package io.dorsal.referral.routing.jdbc;

import org.jspecify.annotations.NullMarked;
