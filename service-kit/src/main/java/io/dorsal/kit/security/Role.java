package io.dorsal.kit.security;

/** What a caller does. */
public enum Role {
    /** A clinic's staff or system; sees its own clinic's assessments. */
    CLINIC,
    /** Works on specialist queues. */
    SPECIALIST,
    /** Answers emergencies of its networks. */
    ON_CALL,
    /** Keeps the platform running. */
    OPERATIONS,
    /** Configures the platform. */
    ADMIN
}
