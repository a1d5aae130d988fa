package io.dorsal.notification.reading;

import io.dorsal.notification.alert.Alert;

/**
 * A change of an alert.
 *
 * @param number grows with every commit
 */
public record LoggedChange(long number, String what, Alert alert) {}
