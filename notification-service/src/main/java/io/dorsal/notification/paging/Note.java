package io.dorsal.notification.paging;

import io.dorsal.notification.alert.AlertId;
import java.time.Instant;

/** A line in an alert's timeline that is no change of it. */
public record Note(AlertId alert, String what, String detail, Instant at) {}
