/** Tells of queues whose sites are not enough. */
@NullMarked
package io.dorsal.referral.sites.kafka;

import org.jspecify.annotations.NullMarked;
