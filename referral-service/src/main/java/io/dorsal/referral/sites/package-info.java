/** Sites of queues: when they are open, how many they can see, and which of them a referral goes to. */
@NullMarked
package io.dorsal.referral.sites;

import org.jspecify.annotations.NullMarked;
