/** The on-call console as people see it in a browser. */
@NullMarked
package io.dorsal.notification.pages.http;

import org.jspecify.annotations.NullMarked;
