/** The pages of a clinic: what it submitted, and what became of it. */
@NullMarked
package io.dorsal.intake.pages.http;

import org.jspecify.annotations.NullMarked;
