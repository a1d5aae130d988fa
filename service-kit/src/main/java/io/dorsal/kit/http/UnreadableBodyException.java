package io.dorsal.kit.http;

import java.io.IOException;

/**
 * A body that could not be read to its end, because its sender broke off or framed it wrongly. It carries no cause, or
 * Spring would take it for a client that has left and end an answer that is half sent as if it were whole.
 */
final class UnreadableBodyException extends IOException {

    UnreadableBodyException() {
        super("the body could not be read to its end");
    }
}
