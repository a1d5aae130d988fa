/** Wires the service. */
@NullMarked
package io.dorsal.triage.config;

import org.jspecify.annotations.NullMarked;
