/** Refuses what exceeds the limits, before it is read. */
@NullMarked
package io.dorsal.intake.limits.http;

import org.jspecify.annotations.NullMarked;
