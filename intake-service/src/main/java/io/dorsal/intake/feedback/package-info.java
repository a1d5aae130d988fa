/** What clinics make of decisions. */
@NullMarked
package io.dorsal.intake.feedback;

import org.jspecify.annotations.NullMarked;
