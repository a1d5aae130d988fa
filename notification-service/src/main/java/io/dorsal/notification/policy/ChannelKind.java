package io.dorsal.notification.policy;

/** A way to reach a contact. The names are part of delivery ids and never change. */
public enum ChannelKind {
    EMAIL,
    WEBHOOK
}
