/** Reads vocabulary and rulesets from YAML; the only place that knows their spelling. */
@NullMarked
package io.dorsal.rules.yaml;

import org.jspecify.annotations.NullMarked;
