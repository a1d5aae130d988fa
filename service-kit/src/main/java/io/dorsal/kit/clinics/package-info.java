/** The clinics and their networks, as configured. */
@NullMarked
package io.dorsal.kit.clinics;

import org.jspecify.annotations.NullMarked;
