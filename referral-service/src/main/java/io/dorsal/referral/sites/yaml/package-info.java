/** Sites as the service is configured with. */
@NullMarked
package io.dorsal.referral.sites.yaml;

import org.jspecify.annotations.NullMarked;
