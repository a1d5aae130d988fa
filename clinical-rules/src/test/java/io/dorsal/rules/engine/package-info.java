@NullMarked
package io.dorsal.rules.engine;

import org.jspecify.annotations.NullMarked;
