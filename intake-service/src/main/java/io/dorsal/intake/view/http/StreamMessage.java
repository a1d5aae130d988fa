package io.dorsal.intake.view.http;

import io.dorsal.intake.view.ChangedAssessments.Position;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** What a stream is told, as server-sent events have it. */
sealed interface StreamMessage {

    /** The stream has begun at a position: what changes from here on, it is told. */
    record Ready(Position position) implements StreamMessage {}

    /** Changes were passed over: the state is to be read anew. */
    record Resync(Position position) implements StreamMessage {}

    /** An assessment has changed, and reads like this now. */
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
            case Changed(Position position, String json) -> event(position, "assessment", json);
            case Away() -> "event: away\ndata: {}\n\n";
            case Back() -> "event: back\ndata: {}\n\n";
            case Beat() -> ": beat\n\n";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String event(Position position, String name, String data) {
        return "id: " + position + "\nevent: " + name + "\n"
                + data.lines().map(line -> "data: " + line).collect(Collectors.joining("\n")) + "\n\n";
    }
}
