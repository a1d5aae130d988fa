/** Outcomes by signed webhook: the clinics' receivers, and the bodies that they get. */
@NullMarked
package io.dorsal.intake.outcome.webhook;

import org.jspecify.annotations.NullMarked;
