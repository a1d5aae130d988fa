/** What HTTP says and takes, proved without a server. */
@NullMarked
package io.dorsal.referral.worklist.http;

import org.jspecify.annotations.NullMarked;
