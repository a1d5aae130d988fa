/** How far the consumer groups of a service are behind their topics. */
@NullMarked
package io.dorsal.kit.lag;

import org.jspecify.annotations.NullMarked;
