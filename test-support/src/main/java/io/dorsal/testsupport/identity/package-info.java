/** Tokens for tests, from an issuer that services verify as they would any other. */
@NullMarked
package io.dorsal.testsupport.identity;

import org.jspecify.annotations.NullMarked;
