/** Tests of FHIR over HTTP. */
@NullMarked
package io.dorsal.fhir.http;

import org.jspecify.annotations.NullMarked;
