/** Patient references in, tombstones included. */
@NullMarked
package io.dorsal.referral.patients.kafka;

import org.jspecify.annotations.NullMarked;
