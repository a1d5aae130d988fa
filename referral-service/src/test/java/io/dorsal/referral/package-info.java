/** The referral-service as a whole, against a real broker and a real database. */
@NullMarked
package io.dorsal.referral;

import org.jspecify.annotations.NullMarked;
