package io.dorsal.notification.alert;

/** How an alert ended. */
public enum ClosingOutcome {
    HANDED_OVER,
    FALSE_ALARM
}
