/** How much each client may submit, so that none is in another's way. */
@NullMarked
package io.dorsal.intake.limits;

import org.jspecify.annotations.NullMarked;
