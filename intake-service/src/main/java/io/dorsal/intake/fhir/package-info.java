/** Assessments and what became of them as FHIR R4: the questionnaire, its responses, and the resources of the outcome. */
@NullMarked
package io.dorsal.intake.fhir;

import org.jspecify.annotations.NullMarked;
