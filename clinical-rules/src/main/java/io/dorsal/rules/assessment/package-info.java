/** What a clinic answered about one patient. */
@NullMarked
package io.dorsal.rules.assessment;

import org.jspecify.annotations.NullMarked;
