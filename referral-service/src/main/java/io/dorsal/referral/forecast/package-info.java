/** Which referrals will be past due, going by how fast their queue has moved. */
@NullMarked
package io.dorsal.referral.forecast;

import org.jspecify.annotations.NullMarked;
