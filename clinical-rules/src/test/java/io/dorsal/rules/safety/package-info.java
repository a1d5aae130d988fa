@NullMarked
package io.dorsal.rules.safety;

import org.jspecify.annotations.NullMarked;
