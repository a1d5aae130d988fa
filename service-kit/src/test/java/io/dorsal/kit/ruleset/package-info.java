/** What services do the same way about the clinical ruleset. */
@NullMarked
package io.dorsal.kit.ruleset;

import org.jspecify.annotations.NullMarked;
