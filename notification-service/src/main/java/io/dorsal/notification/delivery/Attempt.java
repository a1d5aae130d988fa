package io.dorsal.notification.delivery;

import java.time.Duration;
import java.time.Instant;

/** An attempt that was made. */
public record Attempt(Claim claim, Outcome outcome, Instant endedAt, Duration pauseBeforeNext) {}
