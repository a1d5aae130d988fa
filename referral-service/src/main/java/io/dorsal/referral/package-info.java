/** Routes urgency decisions to the queues of specialists, and shows each specialty its worklist. */
@NullMarked
package io.dorsal.referral;

import org.jspecify.annotations.NullMarked;
