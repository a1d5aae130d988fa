@NullMarked
package io.dorsal.rules.yaml;

import org.jspecify.annotations.NullMarked;
