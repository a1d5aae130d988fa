/** Alerts and deliveries in PostgreSQL. */
@NullMarked
package io.dorsal.notification.paging.jdbc;

import org.jspecify.annotations.NullMarked;
