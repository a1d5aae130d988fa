package io.dorsal.referral;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page, or a specialist's system, that follows the stream of referrals. */
final class EventStream implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HttpResponse<Stream<String>> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();

    private EventStream(HttpResponse<Stream<String>> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    static EventStream open(int port, String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/referrals/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
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

    List<Event> events() {
        return List.copyOf(events);
    }

    /** Waits for the first event of which something holds. */
    Event await(Predicate<Event> condition) {
        return Awaitility.await()
                .atMost(Neighbours.SOON)
                .until(() -> events.stream().filter(condition).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private void read() {
        try {
            Event event = new Event("", "", "");
            for (String line : (Iterable<String>) response.body()::iterator) {
                if (line.isEmpty()) {
                    if (!event.name().isEmpty()) {
                        events.add(event);
                    }
                    event = new Event(event.id(), "", "");
                } else {
                    event = event.with(line);
                }
            }
        } catch (RuntimeException e) {
            // It was closed.
        }
    }

    @Override
    public void close() {
        response.body().close();
    }

    record Event(String id, String name, String data) {

        private Event with(String line) {
            if (line.startsWith("id: ")) {
                return new Event(line.substring(4), name, data);
            }
            if (line.startsWith("event: ")) {
                return new Event(id, line.substring(7), data);
            }
            return line.startsWith("data: ") ? new Event(id, name, line.substring(6)) : this;
        }

        /** True for an event about a referral of this assessment in this state. */
        boolean shows(Object assessment, String state) {
            return name.equals("referral")
                    && json().get("assessmentId").asString().equals(assessment.toString())
                    && json().get("state").asString().equals(state);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(data);
        }
    }
}
