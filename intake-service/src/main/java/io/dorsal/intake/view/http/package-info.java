/** Assessments as clinics read them. */
@NullMarked
package io.dorsal.intake.view.http;

import org.jspecify.annotations.NullMarked;
