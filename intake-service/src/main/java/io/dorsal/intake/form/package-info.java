/** The questionnaire as staff of a clinic fill it in, and what triage would make of their answers. */
@NullMarked
package io.dorsal.intake.form;

import org.jspecify.annotations.NullMarked;
