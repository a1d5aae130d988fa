/** The closed vocabulary: which questions there are, and what may answer them. */
@NullMarked
package io.dorsal.rules.vocabulary;

import org.jspecify.annotations.NullMarked;
