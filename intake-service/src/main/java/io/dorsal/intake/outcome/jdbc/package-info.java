/** Keeps in PostgreSQL what clinics are to be told. */
@NullMarked
package io.dorsal.intake.outcome.jdbc;

import org.jspecify.annotations.NullMarked;
