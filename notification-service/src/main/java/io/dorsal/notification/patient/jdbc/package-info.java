/** Patient references in PostgreSQL. */
@NullMarked
package io.dorsal.notification.patient.jdbc;

import org.jspecify.annotations.NullMarked;
