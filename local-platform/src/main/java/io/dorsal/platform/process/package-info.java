/** Processes that are started, watched, recognised again and stopped. */
@NullMarked
package io.dorsal.platform.process;

import org.jspecify.annotations.NullMarked;
