/** Routing, proved without a broker and a database. */
@NullMarked
package io.dorsal.referral.routing;

import org.jspecify.annotations.NullMarked;
