package io.dorsal.platform.client;

import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Submits assessments as a clinic's system does: with an idempotency key, and again under it where that is asked for. */
public final class Intake {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI assessments;
    private final String token;

    /**
     * @param address of the intake-service
     * @param token of a clinic
     */
    public Intake(URI address, String token) {
        this.assessments = address.resolve("/api/assessments");
        this.token = token;
    }

    /** Submits an assessment. While the service answers that it may be tried again, it is, under the same key. */
    public Submitted submit(String assessment) {
        HttpRequest request = request(assessments)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(assessment))
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> answer = send(request);
        while (answer.statusCode() == 503 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            answer = send(request);
        }
        JsonNode body = parsed(answer);
        return answer.statusCode() == 202
                ? new Submitted.Accepted(
                        UUID.fromString(body.path("assessmentId").asString()))
                : new Submitted.Refused(answer.statusCode(), body);
    }

    /**
     * Waits until an assessment is decided or parked, until its referrals stand in their queues, and until an alert is
     * raised where it is an emergency.
     *
     * @return what the clinic reads then, or at the end of its patience
     */
    public JsonNode outcome(UUID assessmentId) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode read = read(assessmentId);
        while (!isComplete(read) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            read = read(assessmentId);
        }
        return read;
    }

    private JsonNode read(UUID assessmentId) {
        return parsed(send(request(URI.create(assessments + "/" + assessmentId)).build()));
    }

    private static boolean isComplete(JsonNode assessment) {
        JsonNode decision = assessment.path("decision");
        boolean emergency = decision.path("urgency").asString("").equals("EMERGENCY");
        return switch (assessment.path("status").asString("")) {
            case "PARKED" -> true;
            case "TRIAGED" ->
                assessment.path("referrals").size()
                                >= decision.path("referrals").size()
                        && (!emergency || assessment.has("alert"));
            default -> false;
        };
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PartFailure("the intake-service does not answer; ./dorsal status shows what runs", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted", e);
        }
    }

    private static JsonNode parsed(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new PartFailure("the intake-service answered %d without JSON".formatted(answer.statusCode()), e);
        }
    }
}
