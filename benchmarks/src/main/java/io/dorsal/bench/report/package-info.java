/** What came of a benchmark: rows with bars, as a table and as JSON. */
@NullMarked
package io.dorsal.bench.report;

import org.jspecify.annotations.NullMarked;
