@NullMarked
package io.dorsal.intake.form;

import org.jspecify.annotations.NullMarked;
