/** Keeps feedback in PostgreSQL. */
@NullMarked
package io.dorsal.intake.feedback.jdbc;

import org.jspecify.annotations.NullMarked;
