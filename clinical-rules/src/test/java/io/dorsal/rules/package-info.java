@NullMarked
package io.dorsal.rules;

import org.jspecify.annotations.NullMarked;
