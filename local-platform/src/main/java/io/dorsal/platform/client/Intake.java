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
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Submits assessments as a clinic's system does: with an idempotency key, and again under it until it is answered. */
public final class Intake {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI assessments;
    private final Supplier<String> tokens;
    private volatile String token;

    /**
     * @param address of the intake-service
     * @param tokens of a clinic; asked again where one has expired
     */
    public Intake(URI address, Supplier<String> tokens) {
        this.assessments = address.resolve("/api/assessments");
        this.tokens = tokens;
        this.token = tokens.get();
    }

    /**
     * Submits an assessment. While the service cannot be reached or answers that it may be tried again, it is, under the
     * same key.
     *
     * @throws PartFailure where it could not be reached for half a minute
     */
    public Submitted submit(String assessment) {
        HttpRequest.Builder request = HttpRequest.newBuilder(assessments)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(assessment));
        HttpResponse<String> answer = persistently(request);
        JsonNode body = parsed(answer);
        return answer.statusCode() == 202
                ? new Submitted.Accepted(
                        UUID.fromString(body.path("assessmentId").asString()))
                : new Submitted.Refused(answer.statusCode(), body);
    }

    /**
     * Waits until an assessment is decided or parked, until its referrals stand in their queues, and until an alert is
     * raised where it is an emergency, but no longer than half a minute.
     */
    public Outcome outcome(UUID assessmentId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(assessments + "/" + assessmentId));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Outcome outcome = new Outcome(parsed(persistently(request)));
        while (!outcome.isComplete() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            outcome = new Outcome(parsed(persistently(request)));
        }
        return outcome;
    }

    private HttpResponse<String> persistently(HttpRequest.Builder request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String used = token;
            boolean last = System.nanoTime() > deadline;
            try {
                HttpResponse<String> answer = http.send(
                        request.copy()
                                .timeout(PATIENCE)
                                .header("Authorization", "Bearer " + used)
                                .build(),
                        BodyHandlers.ofString());
                if (last || !mayBeTriedAgain(answer.statusCode())) {
                    return answer;
                }
                if (answer.statusCode() == 401) {
                    renew(used);
                }
            } catch (IOException e) {
                if (last) {
                    throw new PartFailure("the intake-service does not answer; ./dorsal status shows what runs", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PartFailure("interrupted", e);
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
    }

    private static boolean mayBeTriedAgain(int status) {
        return status == 401 || status == 429 || status == 503;
    }

    private synchronized void renew(String expired) {
        if (token.equals(expired)) {
            token = tokens.get();
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
