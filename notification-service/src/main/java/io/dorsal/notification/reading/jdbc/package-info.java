/** Reads alerts from PostgreSQL. */
@NullMarked
package io.dorsal.notification.reading.jdbc;

import org.jspecify.annotations.NullMarked;
