/** What a service needs to be ready. */
@NullMarked
package io.dorsal.kit.health;

import org.jspecify.annotations.NullMarked;
