/** The worklists as specialists see them in a browser. */
@NullMarked
package io.dorsal.referral.pages.http;

import org.jspecify.annotations.NullMarked;
