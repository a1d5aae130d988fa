/** The world outside this service, for its tests. */
@NullMarked
package io.dorsal.notification.support;

import org.jspecify.annotations.NullMarked;
