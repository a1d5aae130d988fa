/** How a candidate comes beside the active ruleset. */
@NullMarked
package io.dorsal.triage.shadow.kafka;

import org.jspecify.annotations.NullMarked;
