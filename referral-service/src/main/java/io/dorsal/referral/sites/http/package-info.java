/** Sites over HTTP. */
@NullMarked
package io.dorsal.referral.sites.http;

import org.jspecify.annotations.NullMarked;
