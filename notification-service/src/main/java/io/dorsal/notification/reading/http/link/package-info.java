/** The page that a link in a message opens. */
@NullMarked
package io.dorsal.notification.reading.http.link;

import org.jspecify.annotations.NullMarked;
