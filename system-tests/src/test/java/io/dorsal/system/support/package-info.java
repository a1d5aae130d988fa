/** The running platform in verbs, for tests to speak in. */
@NullMarked
package io.dorsal.system.support;

import org.jspecify.annotations.NullMarked;
