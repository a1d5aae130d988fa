/** The decision on an assessment for a caller who asks; nothing is stored or published. */
@NullMarked
package io.dorsal.triage.evaluating.http;

import org.jspecify.annotations.NullMarked;
