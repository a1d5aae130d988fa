/** Answers of every service: problem details, limits, pages of lists. */
@NullMarked
package io.dorsal.kit.http;

import org.jspecify.annotations.NullMarked;
