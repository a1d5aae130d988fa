/** Time as tests want it. */
@NullMarked
package io.dorsal.testsupport.time;

import org.jspecify.annotations.NullMarked;
