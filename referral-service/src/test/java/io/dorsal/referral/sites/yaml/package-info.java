@NullMarked
package io.dorsal.referral.sites.yaml;

import org.jspecify.annotations.NullMarked;
