/** A real PostgreSQL. */
@NullMarked
package io.dorsal.platform.database;

import org.jspecify.annotations.NullMarked;
