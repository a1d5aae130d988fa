/** Queues and referrals read from PostgreSQL, within the caller's tenancy. */
@NullMarked
package io.dorsal.referral.worklist.jdbc;

import org.jspecify.annotations.NullMarked;
