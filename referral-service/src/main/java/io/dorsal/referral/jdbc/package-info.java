/** The ways to the database. */
@NullMarked
package io.dorsal.referral.jdbc;

import org.jspecify.annotations.NullMarked;
