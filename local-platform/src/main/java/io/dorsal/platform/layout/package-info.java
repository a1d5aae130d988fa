/** What there is and where it is: services, ports, directories, secrets. */
@NullMarked
package io.dorsal.platform.layout;

import org.jspecify.annotations.NullMarked;
