/** Reads the questionnaire, and wires the form. */
@NullMarked
package io.dorsal.intake.form.config;

import org.jspecify.annotations.NullMarked;
