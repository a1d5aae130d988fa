/** Answers on their way between the events and the clinical domain. */
@NullMarked
package io.dorsal.kit.assessment;

import org.jspecify.annotations.NullMarked;
