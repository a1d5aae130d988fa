/** Wires the choice of sites. */
@NullMarked
package io.dorsal.referral.sites.config;

import org.jspecify.annotations.NullMarked;
