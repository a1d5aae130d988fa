package io.dorsal.notification.alert;

import java.time.Instant;

/** Who has acknowledged an alert, and when. */
public record Hold(String by, Instant since) {}
