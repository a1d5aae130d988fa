/** Tells of changes of referrals by topics. */
@NullMarked
package io.dorsal.referral.lifecycle.kafka;

import org.jspecify.annotations.NullMarked;
