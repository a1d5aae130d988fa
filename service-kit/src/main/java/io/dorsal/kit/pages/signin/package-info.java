/** Signs people in on pages by OpenID Connect, and lets the browser's session call the API. */
@NullMarked
package io.dorsal.kit.pages.signin;

import org.jspecify.annotations.NullMarked;
