/** Uploads as NDJSON, answered line by line. */
@NullMarked
package io.dorsal.intake.bulk.http;

import org.jspecify.annotations.NullMarked;
