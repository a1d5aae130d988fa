package io.dorsal.kit.messaging;

/** Something a service depends on is away: trying again later may succeed. The message holds ids only. */
public final class TransientFailureException extends RuntimeException {

    public TransientFailureException(String message) {
        super(message);
    }

    public TransientFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
