package io.dorsal.kit.http;

import java.io.IOException;

/** A body, or a line of one, that takes its sender too long. */
public final class SlowBodyException extends IOException {

    SlowBodyException() {
        super("the sender takes too long");
    }
}
