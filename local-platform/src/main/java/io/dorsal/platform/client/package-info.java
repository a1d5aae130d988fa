/** Talks to a running Dorsal as a clinic's system would. */
@NullMarked
package io.dorsal.platform.client;

import org.jspecify.annotations.NullMarked;
