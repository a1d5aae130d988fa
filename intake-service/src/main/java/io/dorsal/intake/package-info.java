/** Takes assessments from clinics, publishes them, and shows the clinics what became of them. */
@NullMarked
package io.dorsal.intake;

import org.jspecify.annotations.NullMarked;
