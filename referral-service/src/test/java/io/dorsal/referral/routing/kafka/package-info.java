/** How decisions and changes travel, proved without a broker. */
@NullMarked
package io.dorsal.referral.routing.kafka;

import org.jspecify.annotations.NullMarked;
