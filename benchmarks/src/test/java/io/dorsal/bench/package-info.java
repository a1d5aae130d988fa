@NullMarked
package io.dorsal.bench;

import org.jspecify.annotations.NullMarked;
