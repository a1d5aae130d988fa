/** What resources of FHIR R4 have in common, whichever service makes them. */
@NullMarked
package io.dorsal.fhir;

import org.jspecify.annotations.NullMarked;
