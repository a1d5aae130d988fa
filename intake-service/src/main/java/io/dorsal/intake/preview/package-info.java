/** A look ahead at what triage would decide. */
@NullMarked
package io.dorsal.intake.preview;

import org.jspecify.annotations.NullMarked;
