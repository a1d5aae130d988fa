/** FHIR over HTTP, under {@code /fhir}. */
@NullMarked
package io.dorsal.intake.fhir.http;

import org.jspecify.annotations.NullMarked;
