/** Reservations in the database, so that a repeat is answered as the first. */
@NullMarked
package io.dorsal.intake.submission.jdbc;

import org.jspecify.annotations.NullMarked;
