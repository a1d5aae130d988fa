/** What this service measures of referrals, whoever changes them. */
@NullMarked
package io.dorsal.referral.observing;

import org.jspecify.annotations.NullMarked;
