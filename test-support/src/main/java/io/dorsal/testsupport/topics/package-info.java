/** Writing to topics and reading from them, as a test does from outside. */
@NullMarked
package io.dorsal.testsupport.topics;

import org.jspecify.annotations.NullMarked;
