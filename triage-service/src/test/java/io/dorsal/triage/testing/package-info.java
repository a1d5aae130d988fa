/** What several tests of this service start from. */
@NullMarked
package io.dorsal.triage.testing;

import org.jspecify.annotations.NullMarked;
