/** Whether the database can be used, and since when it cannot. */
@NullMarked
package io.dorsal.notification.database;

import org.jspecify.annotations.NullMarked;
