/** Tells the clinics' systems what became of their assessments. */
@NullMarked
package io.dorsal.intake.outcome;

import org.jspecify.annotations.NullMarked;
