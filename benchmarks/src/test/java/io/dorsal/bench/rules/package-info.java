@NullMarked
package io.dorsal.bench.rules;

import org.jspecify.annotations.NullMarked;
