/** The benchmarks: what is measured, beside whom, and what must hold. */
@NullMarked
package io.dorsal.bench;

import org.jspecify.annotations.NullMarked;
