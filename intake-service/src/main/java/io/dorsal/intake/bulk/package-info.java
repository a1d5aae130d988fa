/** Uploads of many assessments at once, in a lane of their own. */
@NullMarked
package io.dorsal.intake.bulk;

import org.jspecify.annotations.NullMarked;
