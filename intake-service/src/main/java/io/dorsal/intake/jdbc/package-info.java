/** The service's database, which it can do without: connections, migration, health. */
@NullMarked
package io.dorsal.intake.jdbc;

import org.jspecify.annotations.NullMarked;
