/** Between events and the clinical rules. */
@NullMarked
package io.dorsal.clinicalevents;

import org.jspecify.annotations.NullMarked;
