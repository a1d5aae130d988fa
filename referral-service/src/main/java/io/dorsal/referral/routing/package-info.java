/** Turns decisions into referrals: what a decision changes, given what earlier ones have left. */
@NullMarked
package io.dorsal.referral.routing;

import org.jspecify.annotations.NullMarked;
