/** Links in messages, by which whoever was told can take an alert without signing in. */
@NullMarked
package io.dorsal.notification.link;

import org.jspecify.annotations.NullMarked;
