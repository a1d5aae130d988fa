@NullMarked
package io.dorsal.referral.routing.config;

import org.jspecify.annotations.NullMarked;
