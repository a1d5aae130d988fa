package io.dorsal.platform.client;

import io.dorsal.platform.process.PartFailure;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Submits assessments as a clinic's system does: with an idempotency key, and again under it until it is answered. */
public final class Intake {

    /** How long it is tried to submit something, before it is given up. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);
    private static final JsonMapper JSON = new JsonMapper();

    private final PersistentCalls calls;
    private final URI assessments;

    /**
     * @param address of the intake-service
     * @param tokens of a clinic; asked again where one has expired
     */
    public Intake(URI address, Supplier<String> tokens) {
        this(address, tokens, text -> {});
    }

    /**
     * @param telling what is said while it is waited for the service
     */
    public Intake(URI address, Supplier<String> tokens, Consumer<String> telling) {
        this.assessments = address.resolve("/api/assessments");
        this.calls = new PersistentCalls(tokens, telling);
    }

    /**
     * Submits an assessment. While the service cannot be reached or answers that it may be tried again, it is, under the
     * same key, for up to {@link #LONGEST}; then the last answer counts.
     *
     * @throws PartFailure where it could not be reached in all that time
     */
    public Submitted submit(String assessment) {
        HttpRequest.Builder request = HttpRequest.newBuilder(assessments)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(assessment));
        HttpResponse<String> answer = calls.send(request, LONGEST);
        JsonNode body = parsed(answer);
        return answer.statusCode() == 202
                ? new Submitted.Accepted(
                        UUID.fromString(body.path("assessmentId").asString()))
                : new Submitted.Refused(answer.statusCode(), body);
    }

    /**
     * Uploads lines, and tries again as {@link #submit} does: that doubles nothing.
     *
     * @return the answers, one for each line
     * @throws PartFailure where it could not be reached in all that time, or takes no upload
     */
    public List<JsonNode> upload(byte[] lines) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(assessments + "/bulk"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(lines));
        HttpResponse<String> answer = calls.send(request, LONGEST);
        if (answer.statusCode() != 200) {
            throw new PartFailure("the intake-service takes no upload: it answered " + answer.statusCode());
        }
        return answer.body().lines().map(JSON::readTree).toList();
    }

    /**
     * Waits until an assessment is decided or parked, until its referrals stand in their queues, and until an alert is
     * raised where it is an emergency, but no longer than half a minute.
     */
    public Outcome outcome(UUID assessmentId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(assessments + "/" + assessmentId));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Outcome outcome = new Outcome(parsed(calls.send(request, PATIENCE)));
        while (!outcome.isComplete() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            outcome = new Outcome(parsed(calls.send(request, PATIENCE)));
        }
        return outcome;
    }

    private static JsonNode parsed(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new PartFailure("the intake-service answered %d without JSON".formatted(answer.statusCode()), e);
        }
    }
}
