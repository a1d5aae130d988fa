package io.dorsal.notification.reading;

import io.dorsal.notification.alert.Sight;

/** A person who reads. */
public record Reader(String subject, Sight sight) {}
