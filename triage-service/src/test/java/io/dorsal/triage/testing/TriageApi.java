package io.dorsal.triage.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls a triage service with a token. */
public record TriageApi(int port, String token) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Asks for the decision on a body of this type. */
    public HttpResponse<String> evaluate(String type, BodyPublisher body) throws IOException, InterruptedException {
        return send(request("/api/triage/evaluate").header("Content-Type", type).POST(body));
    }

    /** Asks for the decision on one assessment. */
    public HttpResponse<String> evaluate(String assessment) throws IOException, InterruptedException {
        return evaluate("application/json", BodyPublishers.ofString(assessment));
    }

    /** Asks for the decision on one assessment, explained in that way. */
    public HttpResponse<String> explain(String way, String assessment) throws IOException, InterruptedException {
        return send(request("/api/triage/evaluate?explain=" + way)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(assessment)));
    }

    /** Asks for the decision on each line. */
    public HttpResponse<String> evaluateLines(String lines) throws IOException, InterruptedException {
        return evaluate("application/x-ndjson", BodyPublishers.ofString(lines));
    }

    /** Reads. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
