/** Deciding, and what is counted and reported of it. */
@NullMarked
package io.dorsal.triage.deciding;

import org.jspecify.annotations.NullMarked;
