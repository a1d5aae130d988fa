/** The topic through which services tell each other, and outside readers, the schemas they write. */
@NullMarked
package io.dorsal.schemas.registry;

import org.jspecify.annotations.NullMarked;
