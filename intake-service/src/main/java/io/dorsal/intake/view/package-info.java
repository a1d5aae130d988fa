/** What became of each assessment, folded from facts that may arrive in any order and more than once. */
@NullMarked
package io.dorsal.intake.view;

import org.jspecify.annotations.NullMarked;
