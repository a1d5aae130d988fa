/** CDS Hooks 2.0 by HTTP: discovery, cards and feedback. */
@NullMarked
package io.dorsal.intake.cdshooks.http;

import org.jspecify.annotations.NullMarked;
