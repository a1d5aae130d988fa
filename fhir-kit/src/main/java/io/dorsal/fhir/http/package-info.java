/** FHIR over HTTP, under {@code /fhir} of a service. */
@NullMarked
package io.dorsal.fhir.http;

import org.jspecify.annotations.NullMarked;
