/** Accepting what clinics submit: nothing is accepted that the broker has not acknowledged. */
@NullMarked
package io.dorsal.intake.submission;

import org.jspecify.annotations.NullMarked;
