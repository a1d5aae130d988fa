/** Sites, and who waits for them, in PostgreSQL. */
@NullMarked
package io.dorsal.referral.sites.jdbc;

import org.jspecify.annotations.NullMarked;
