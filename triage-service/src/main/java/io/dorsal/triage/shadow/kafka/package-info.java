/** Disagreements out. */
@NullMarked
package io.dorsal.triage.shadow.kafka;

import org.jspecify.annotations.NullMarked;
