@NullMarked
package io.dorsal.rules.docs;

import org.jspecify.annotations.NullMarked;
