/** Referrals and their history in PostgreSQL. */
@NullMarked
package io.dorsal.referral.lifecycle.jdbc;

import org.jspecify.annotations.NullMarked;
