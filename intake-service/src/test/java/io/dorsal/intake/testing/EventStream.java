package io.dorsal.intake.testing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clinic's system that follows its assessments. */
public final class EventStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpResponse<Stream<String>> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();

    private EventStream(HttpResponse<Stream<String>> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    /** Follows from now on, or from behind an event that was seen. */
    public static EventStream open(ClinicClient clinic, @Nullable String lastEventId) {
        HttpRequest.Builder request = clinic.request("/api/assessments/stream").header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new EventStream(HTTP.send(request.build(), BodyHandlers.ofLines()));
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The status of the answer. */
    public int status() {
        return response.statusCode();
    }

    /** All events up to now. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Waits for the first event of which something holds. */
    public Event await(Predicate<Event> condition) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> events.stream().filter(condition).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private void read() {
        try {
            Event event = new Event("", "", "");
            for (String line : (Iterable<String>) response.body()::iterator) {
                if (!line.isEmpty()) {
                    event = event.with(line);
                    continue;
                }
                if (!event.name().isEmpty()) {
                    events.add(event);
                }
                event = new Event(event.id(), "", "");
            }
        } catch (RuntimeException e) {
            // It was closed.
        }
    }

    @Override
    public void close() {
        response.body().close();
    }

    /** An event of the stream. */
    public record Event(String id, String name, String data) {

        private Event with(String line) {
            if (line.startsWith("id: ")) {
                return new Event(line.substring(4), name, data);
            }
            if (line.startsWith("event: ")) {
                return new Event(id, line.substring(7), data);
            }
            return line.startsWith("data: ") ? new Event(id, name, data + line.substring(6)) : this;
        }

        /** True for an event about this assessment in which a member is this text. */
        public boolean shows(String assessmentId, String member, String value) {
            return name.equals("assessment")
                    && json().path("assessmentId").asString().equals(assessmentId)
                    && json().path(member).asString("").equals(value);
        }

        /** The data as JSON. */
        public JsonNode json() {
            return JsonMapper.shared().readTree(data);
        }
    }
}
