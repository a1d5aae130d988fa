/** Raises alerts, tells people step by step, and stops when somebody acknowledges. */
@NullMarked
package io.dorsal.notification.paging;

import org.jspecify.annotations.NullMarked;
