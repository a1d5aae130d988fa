package io.dorsal.kit.http;

import java.io.IOException;

/** A body, or a line of one, that exceeds its limit. */
public final class BodyTooLargeException extends IOException {

    private final int limit;

    public BodyTooLargeException(int limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
