@NullMarked
package io.dorsal.referral.lifecycle;

import org.jspecify.annotations.NullMarked;
