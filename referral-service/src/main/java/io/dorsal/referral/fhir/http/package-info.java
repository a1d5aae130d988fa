/** FHIR over HTTP, under {@code /fhir}. */
@NullMarked
package io.dorsal.referral.fhir.http;

import org.jspecify.annotations.NullMarked;
