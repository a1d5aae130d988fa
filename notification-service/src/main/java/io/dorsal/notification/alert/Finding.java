package io.dorsal.notification.alert;

/** A rule that fired; its title is short and names no patient. */
public record Finding(String rule, String title, Urgency urgency) {}
