@NullMarked
package io.dorsal.rules.json;

import org.jspecify.annotations.NullMarked;
