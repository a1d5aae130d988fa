/** Submissions by REST. */
@NullMarked
package io.dorsal.intake.submission.http;

import org.jspecify.annotations.NullMarked;
