/** Decisions on their way between the clinical domain and the events. */
@NullMarked
package io.dorsal.kit.decision;

import org.jspecify.annotations.NullMarked;
