/** The whole of Dorsal on one machine: broker, database, site and services as processes of their own. */
@NullMarked
package io.dorsal.platform;

import org.jspecify.annotations.NullMarked;
