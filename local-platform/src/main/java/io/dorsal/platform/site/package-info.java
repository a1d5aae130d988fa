/** The site of the local platform: identity, mail catcher, webhook receiver and start page. */
@NullMarked
package io.dorsal.platform.site;

import org.jspecify.annotations.NullMarked;
