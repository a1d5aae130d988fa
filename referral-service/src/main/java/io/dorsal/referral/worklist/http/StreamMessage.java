package io.dorsal.referral.worklist.http;

import io.dorsal.referral.worklist.ChangedReferrals.Position;
import java.nio.charset.StandardCharsets;

/** What a stream is told, as server-sent events have it. */
sealed interface StreamMessage {

    /** The stream has begun at a position: what changes from here on, it is told. */
    record Ready(Position position) implements StreamMessage {}

    /** Changes were passed over: the state is to be read anew. */
    record Resync(Position position) implements StreamMessage {}

    /** A referral has changed, and reads like this now. */
    record Changed(Position position, String json) implements StreamMessage {}

    /** The store cannot be read: there may be changes that nobody is told of yet. */
    record Away() implements StreamMessage {}

    /** The store can be read again; what changed meanwhile follows. */
    record Back() implements StreamMessage {}

    /** The stream is still there. */
    record Beat() implements StreamMessage {}

    /** The message as bytes. */
    default byte[] bytes() {
        String text = switch (this) {
            case Ready(Position position) -> event(position, "ready", "{}");
            case Resync(Position position) -> event(position, "resync", "{}");
            case Changed(Position position, String json) -> event(position, "referral", json);
            case Away() -> "event: away\ndata: {}\n\n";
            case Back() -> "event: back\ndata: {}\n\n";
            case Beat() -> ": beat\n\n";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String event(Position position, String name, String data) {
        return "id: %s\nevent: %s\ndata: %s\n\n".formatted(position, name, data);
    }
}
