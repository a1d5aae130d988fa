package io.dorsal.notification.alert;

/**
 * A record that could not be processed, and about whose content nothing is sure.
 *
 * @param headline what happened, in a few words without patient data
 */
public record Suspicion(SourcePosition position, Origin origin, String headline) {}
