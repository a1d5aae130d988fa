/** Assessments in, decisions and emergencies out. */
@NullMarked
package io.dorsal.triage.deciding.kafka;

import org.jspecify.annotations.NullMarked;
