/** Work that goes on beside requests and records. */
@NullMarked
package io.dorsal.kit.background;

import org.jspecify.annotations.NullMarked;
