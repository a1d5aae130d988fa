/** Tells the fallback contacts of emergencies while the database is away. */
@NullMarked
package io.dorsal.notification.failopen;

import org.jspecify.annotations.NullMarked;
