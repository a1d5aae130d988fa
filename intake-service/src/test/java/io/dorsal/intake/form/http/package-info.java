@NullMarked
package io.dorsal.intake.form.http;

import org.jspecify.annotations.NullMarked;
