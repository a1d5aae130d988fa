/** Rulesets for tests to change. */
@NullMarked
package io.dorsal.testsupport.rulesets;

import org.jspecify.annotations.NullMarked;
