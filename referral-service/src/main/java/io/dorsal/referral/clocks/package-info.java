/** Tells when a referral is past due. */
@NullMarked
package io.dorsal.referral.clocks;

import org.jspecify.annotations.NullMarked;
