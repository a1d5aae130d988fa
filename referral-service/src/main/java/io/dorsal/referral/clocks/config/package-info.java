/** Wires the clocks of referrals. */
@NullMarked
package io.dorsal.referral.clocks.config;

import org.jspecify.annotations.NullMarked;
