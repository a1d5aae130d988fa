/** Queues and referrals over HTTP. */
@NullMarked
package io.dorsal.referral.worklist.http;

import org.jspecify.annotations.NullMarked;
