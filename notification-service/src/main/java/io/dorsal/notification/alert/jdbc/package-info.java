/** How alerts stand in PostgreSQL. */
@NullMarked
package io.dorsal.notification.alert.jdbc;

import org.jspecify.annotations.NullMarked;
