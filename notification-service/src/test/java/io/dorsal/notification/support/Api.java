package io.dorsal.notification.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as one person does. */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final String token;

    public Api(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** What was answered. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String... headers) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.noBody());
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** With a JSON body, on the ground of what was read. */
    public Answer postJson(String path, String ifMatch, String json) {
        return send(request(path)
                .headers("Content-Type", "application/json", "If-Match", ifMatch)
                .POST(BodyPublishers.ofString(json)));
    }

    /** What is no JSON. */
    public String text(String path) {
        return exchange(request(path).GET()).body();
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request);
        String text = response.body();
        JsonNode body = text.isEmpty()
                ? JsonMapper.shared().missingNode()
                : JsonMapper.shared().readTree(text);
        return new Answer(response.statusCode(), body, response);
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    public static HttpClient http() {
        return HTTP;
    }
}
