@NullMarked
package io.dorsal.bench.referrals;

import org.jspecify.annotations.NullMarked;
