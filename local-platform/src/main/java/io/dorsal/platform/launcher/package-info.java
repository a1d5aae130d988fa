/** The command line behind ./dorsal. */
@NullMarked
package io.dorsal.platform.launcher;

import org.jspecify.annotations.NullMarked;
