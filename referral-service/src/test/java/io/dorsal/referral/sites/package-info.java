/** The choice of sites, proved without a broker and a database. */
@NullMarked
package io.dorsal.referral.sites;

import org.jspecify.annotations.NullMarked;
