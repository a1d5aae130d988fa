/** What specialists, clinics and operations see of the referrals. */
@NullMarked
package io.dorsal.referral.worklist;

import org.jspecify.annotations.NullMarked;
