/** Asks the database how it is, and brings its schema up to date. */
@NullMarked
package io.dorsal.notification.database.jdbc;

import org.jspecify.annotations.NullMarked;
