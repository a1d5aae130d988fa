/** Decides how urgent an assessment is, and explains why. */
@NullMarked
package io.dorsal.triage;

import org.jspecify.annotations.NullMarked;
