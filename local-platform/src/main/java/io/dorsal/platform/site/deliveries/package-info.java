/** Catches the mails and webhooks that on-call staff and the clinics' systems would get, and shows them. */
@NullMarked
package io.dorsal.platform.site.deliveries;

import org.jspecify.annotations.NullMarked;
