/** The life of a referral: its states, what may be done with it in each of them and by whom, and its clock. */
@NullMarked
package io.dorsal.referral.lifecycle;

import org.jspecify.annotations.NullMarked;
