/** Links in PostgreSQL. */
@NullMarked
package io.dorsal.notification.link.jdbc;

import org.jspecify.annotations.NullMarked;
