/** Where this instance keeps what must survive a restart while the database is away. */
@NullMarked
package io.dorsal.notification.state;

import org.jspecify.annotations.NullMarked;
