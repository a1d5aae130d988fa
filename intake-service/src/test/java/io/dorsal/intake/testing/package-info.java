/** What the tests of this service share: a clinic that calls it, assessments, events. */
@NullMarked
package io.dorsal.intake.testing;

import org.jspecify.annotations.NullMarked;
