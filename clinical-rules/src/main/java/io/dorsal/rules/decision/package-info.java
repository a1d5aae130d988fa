/** What triage decided, and why. */
@NullMarked
package io.dorsal.rules.decision;

import org.jspecify.annotations.NullMarked;
