/** The page that a link in a message opens. */
@NullMarked
package io.dorsal.notification.link.http;

import org.jspecify.annotations.NullMarked;
