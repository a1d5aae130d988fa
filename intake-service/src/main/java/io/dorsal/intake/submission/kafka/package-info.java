/** Announces accepted assessments, and awaits the acknowledgements. */
@NullMarked
package io.dorsal.intake.submission.kafka;

import org.jspecify.annotations.NullMarked;
