/** Signs demo accounts in and issues their tokens. */
@NullMarked
package io.dorsal.platform.site.identity;

import org.jspecify.annotations.NullMarked;
