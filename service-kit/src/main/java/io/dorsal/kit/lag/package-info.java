/** How far the consumer groups of a service are behind their topics, and bulk that yields to lanes that are held up. */
@NullMarked
package io.dorsal.kit.lag;

import org.jspecify.annotations.NullMarked;
