/** Whom an assessment is about: the one place where this service knows it, and where it is erased. */
@NullMarked
package io.dorsal.referral.patients;

import org.jspecify.annotations.NullMarked;
