/** Decisions for electronic health records that ask by CDS Hooks. */
@NullMarked
package io.dorsal.intake.cdshooks;

import org.jspecify.annotations.NullMarked;
