/** Past assessments, decided by the active ruleset and by a candidate, and a report of where the two differ. */
@NullMarked
package io.dorsal.platform.replay;

import org.jspecify.annotations.NullMarked;
