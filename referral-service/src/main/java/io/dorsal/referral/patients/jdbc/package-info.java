/** Patient references in PostgreSQL. */
@NullMarked
package io.dorsal.referral.patients.jdbc;

import org.jspecify.annotations.NullMarked;
