package io.dorsal.intake.testing;

import io.dorsal.testsupport.identity.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clinic's system that calls intake. */
public final class ClinicClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String address;
    private final @Nullable String token;

    private ClinicClient(String address, @Nullable String token) {
        this.address = address;
        this.token = token;
    }

    /** The system of a clinic. */
    public static ClinicClient of(String clinicId, int port) {
        return withToken(TokenIssuer.shared().clinic(clinicId), port);
    }

    /** Whoever bears this token; null: nobody. */
    public static ClinicClient withToken(@Nullable String token, int port) {
        return new ClinicClient("http://localhost:" + port, token);
    }

    /** Submits an assessment, under a key if there is one. */
    public Answer submit(String assessment, @Nullable String key) {
        HttpRequest.Builder request = json("/api/assessments", BodyPublishers.ofString(assessment));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    /** Amends an assessment, as it was read with this tag. */
    public Answer amend(String assessmentId, @Nullable String ifMatch, String assessment) {
        HttpRequest.Builder request = request("/api/assessments/" + assessmentId)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(assessment));
        return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    /** Posts whatever bytes as JSON. */
    public Answer post(String path, BodyPublisher body) {
        return send(json(path, body));
    }

    /** Uploads lines of NDJSON. */
    public Answer upload(String lines) {
        return send(request("/api/assessments/bulk")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
    }

    /** Gets a path. */
    public Answer get(String path) {
        return send(request(path));
    }

    /** Gets an assessment. */
    public Answer read(String assessmentId) {
        return get("/api/assessments/" + assessmentId);
    }

    /** A request for a test to complete. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Sends a request, and awaits its answer. */
    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest.Builder json(String path, BodyPublisher body) {
        return request(path).header("Content-Type", "application/json").POST(body);
    }

    /** An answer of the service. */
    public record Answer(HttpResponse<String> response) {

        /** The status code. */
        public int status() {
            return response.statusCode();
        }

        /** The body as it came. */
        public String text() {
            return response.body();
        }

        /** The body as JSON. */
        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The lines of the body, each as JSON. */
        public List<JsonNode> lines() {
            return response.body().lines().map(JSON::readTree).toList();
        }

        /** A member of the body that is a text. */
        public String text(String member) {
            return json().required(member).stringValue();
        }

        /** Whether this is no refusal, and a member of the body is this text. */
        public boolean shows(String member, String value) {
            return status() == 200 && json().path(member).asString("").equals(value);
        }

        /** Whether this is no refusal, and a member is not part of the body. */
        public boolean lacks(String member) {
            return status() == 200 && !json().has(member);
        }

        /** A header that must be there. */
        public String header(String name) {
            return response.headers()
                    .firstValue(name)
                    .orElseThrow(() -> new AssertionError("no header " + name + " in " + response));
        }
    }
}
