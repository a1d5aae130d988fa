/** The form as a page, and the evaluation that it shows while it is filled in. */
@NullMarked
package io.dorsal.intake.form.http;

import org.jspecify.annotations.NullMarked;
