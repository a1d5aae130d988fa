/** Decisions in, referral changes out. */
@NullMarked
package io.dorsal.referral.routing.kafka;

import org.jspecify.annotations.NullMarked;
