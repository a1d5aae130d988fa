/** Working on worklists of a million referrals, beside ten thousand. */
@NullMarked
package io.dorsal.bench.referrals;

import org.jspecify.annotations.NullMarked;
