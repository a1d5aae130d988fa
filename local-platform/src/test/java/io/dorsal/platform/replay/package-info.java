/** Past assessments, decided again. */
@NullMarked
package io.dorsal.platform.replay;

import org.jspecify.annotations.NullMarked;
