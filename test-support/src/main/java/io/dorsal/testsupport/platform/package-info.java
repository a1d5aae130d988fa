/** A real broker and a real database for the tests of this JVM, on this machine or in containers. */
@NullMarked
package io.dorsal.testsupport.platform;

import org.jspecify.annotations.NullMarked;
