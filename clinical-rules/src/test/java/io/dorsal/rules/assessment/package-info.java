@NullMarked
package io.dorsal.rules.assessment;

import org.jspecify.annotations.NullMarked;
