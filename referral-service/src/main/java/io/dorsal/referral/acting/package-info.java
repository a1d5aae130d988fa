/** What specialists and clinics do with referrals. */
@NullMarked
package io.dorsal.referral.acting;

import org.jspecify.annotations.NullMarked;
