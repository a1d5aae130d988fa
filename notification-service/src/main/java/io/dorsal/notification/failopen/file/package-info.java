/** Remembers on disk what was told while the database was away. */
@NullMarked
package io.dorsal.notification.failopen.file;

import org.jspecify.annotations.NullMarked;
