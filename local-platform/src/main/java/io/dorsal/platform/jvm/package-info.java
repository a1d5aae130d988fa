/** Processes that are JVMs, and the caches that make them start fast. */
@NullMarked
package io.dorsal.platform.jvm;

import org.jspecify.annotations.NullMarked;
