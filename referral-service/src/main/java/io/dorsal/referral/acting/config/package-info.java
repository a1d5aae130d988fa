/** Wires what people do with referrals. */
@NullMarked
package io.dorsal.referral.acting.config;

import org.jspecify.annotations.NullMarked;
