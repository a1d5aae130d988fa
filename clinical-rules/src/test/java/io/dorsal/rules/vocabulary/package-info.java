@NullMarked
package io.dorsal.rules.vocabulary;

import org.jspecify.annotations.NullMarked;
