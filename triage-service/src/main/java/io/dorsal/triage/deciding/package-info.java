/** What is counted of decisions. */
@NullMarked
package io.dorsal.triage.deciding;

import org.jspecify.annotations.NullMarked;
