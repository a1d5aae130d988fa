@NullMarked
package io.dorsal.rules.clauses;

import org.jspecify.annotations.NullMarked;
