/** What Dorsal promises, seen from outside: the packaged services as processes, through HTTP and topics alone. */
@NullMarked
package io.dorsal.system;

import org.jspecify.annotations.NullMarked;
