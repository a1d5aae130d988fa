/** Who calls, and what they may: OAuth 2.0 bearer tokens with the platform's roles and tenancy claims. */
@NullMarked
package io.dorsal.kit.security;

import org.jspecify.annotations.NullMarked;
