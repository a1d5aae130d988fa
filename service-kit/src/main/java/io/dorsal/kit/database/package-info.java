/** How services share the connections of a database among those who use it. */
@NullMarked
package io.dorsal.kit.database;

import org.jspecify.annotations.NullMarked;
