/** Wires routing, with its settings. */
@NullMarked
package io.dorsal.referral.routing.config;

import org.jspecify.annotations.NullMarked;
