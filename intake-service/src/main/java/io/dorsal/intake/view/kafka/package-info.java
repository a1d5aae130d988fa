/** Turns the events of the platform into facts for the view. */
@NullMarked
package io.dorsal.intake.view.kafka;

import org.jspecify.annotations.NullMarked;
