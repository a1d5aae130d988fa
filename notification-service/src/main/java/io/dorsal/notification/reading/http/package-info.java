/** The alerts over HTTP. */
@NullMarked
package io.dorsal.notification.reading.http;

import org.jspecify.annotations.NullMarked;
