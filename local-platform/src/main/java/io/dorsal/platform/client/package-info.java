/** Talks to a running Dorsal from outside: as a clinic's system would, and as a reader of its topics. */
@NullMarked
package io.dorsal.platform.client;

import org.jspecify.annotations.NullMarked;
