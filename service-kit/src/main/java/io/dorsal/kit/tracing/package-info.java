/** Traces: one from a clinic's request to the delivered alert, over topics and tables. */
@NullMarked
package io.dorsal.kit.tracing;

import org.jspecify.annotations.NullMarked;
