/** The view in PostgreSQL. */
@NullMarked
package io.dorsal.intake.view.jdbc;

import org.jspecify.annotations.NullMarked;
