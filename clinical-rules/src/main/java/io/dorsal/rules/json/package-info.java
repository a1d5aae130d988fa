/** Assessments and decisions as JSON: read strictly, written canonically. */
@NullMarked
package io.dorsal.rules.json;

import org.jspecify.annotations.NullMarked;
