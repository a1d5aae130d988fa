package io.dorsal.notification.reading;

import java.time.Instant;

/**
 * A revision of the assessment that an alert is about.
 *
 * @param explanation the findings with the answers that satisfied them, as a JSON array
 */
public record RevisionRead(int revision, String urgency, Instant decidedAt, String explanation) {}
