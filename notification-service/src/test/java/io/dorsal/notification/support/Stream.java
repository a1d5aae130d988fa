package io.dorsal.notification.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a stream of server-sent events. */
public final class Stream implements AutoCloseable {

    /** An event of the stream. */
    public record Event(String id, String name, JsonNode data) {

        public boolean isAbout(UUID alert) {
            return data.path("alertId").asString("").equals(alert.toString());
        }
    }

    private final InputStream body;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile boolean open = true;

    private Stream(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    public static Stream open(Api api, @Nullable String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = api.request("/api/alerts/stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response = Api.http().send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("answered " + response.statusCode());
        }
        return new Stream(response.body());
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Waits until the server has said where the stream begins. */
    public void awaitOpen() {
        Awaitility.await().until(() -> !lastId.isEmpty());
    }

    /** False once the server, or the test, has ended it. */
    public boolean isOpen() {
        return open;
    }

    public Event await(Predicate<Event> wanted) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> events.stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private void read() {
        String name = "";
        String data = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    lastId = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data += line.substring(5);
                } else if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(lastId, name, JsonMapper.shared().readTree(data)));
                    }
                    name = "";
                    data = "";
                }
            }
        } catch (IOException e) {
            // The test has closed the stream.
        } finally {
            open = false;
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
