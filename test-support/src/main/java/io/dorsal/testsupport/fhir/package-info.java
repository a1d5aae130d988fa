/** For tests of resources of FHIR. Their module has HAPI's validator among the dependencies of its tests. */
@NullMarked
package io.dorsal.testsupport.fhir;

import org.jspecify.annotations.NullMarked;
