/** The page on which a newcomer starts. */
@NullMarked
package io.dorsal.platform.site.start;

import org.jspecify.annotations.NullMarked;
