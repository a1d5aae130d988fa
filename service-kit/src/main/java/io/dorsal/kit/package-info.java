/** What every service does the same way. */
@NullMarked
package io.dorsal.kit;

import org.jspecify.annotations.NullMarked;
