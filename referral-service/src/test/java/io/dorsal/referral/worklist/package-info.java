/** What is shown, proved without a broker and a database. */
@NullMarked
package io.dorsal.referral.worklist;

import org.jspecify.annotations.NullMarked;
