@NullMarked
package io.dorsal.bench.report;

import org.jspecify.annotations.NullMarked;
