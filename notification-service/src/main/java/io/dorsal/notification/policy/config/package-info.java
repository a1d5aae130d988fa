/** Policies as configured, and as last read. */
@NullMarked
package io.dorsal.notification.policy.config;

import org.jspecify.annotations.NullMarked;
