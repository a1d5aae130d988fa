package io.dorsal.system.support;

import io.dorsal.platform.client.Intake;
import io.dorsal.platform.client.Outcome;
import io.dorsal.platform.client.Submitted;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A clinic's system: submits assessments and reads what became of them. */
public final class Clinic {

    private static final int AT_ONCE = 8;

    private final Api api;
    private final Intake intake;
    private final Dorsal dorsal;

    Clinic(Api api, int port, Supplier<String> tokens, Dorsal dorsal) {
        this.api = api;
        this.intake = new Intake(URI.create("http://localhost:" + port), tokens);
        this.dorsal = dorsal;
    }

    /** Submits an assessment, which must be accepted. */
    public UUID submit(JsonNode assessment) {
        return switch (trySubmit(assessment)) {
            case Submitted.Accepted(UUID assessmentId) -> assessmentId;
            case Submitted.Refused(int status, JsonNode problem) ->
                throw new AssertionError("refused: " + status + " " + problem);
        };
    }

    /** Submits an assessment, which may be refused. */
    public Submitted trySubmit(JsonNode assessment) {
        dorsal.submitting(assessment);
        return intake.submit(assessment.toString());
    }

    /** Uploads assessments by the bulk lane; the answers are in their order. */
    public List<JsonNode> upload(List<? extends JsonNode> assessments) {
        dorsal.submitting(assessments.getFirst()); // one stands for all, which come in thousands
        String lines = assessments.stream()
                .map(assessment -> "{\"assessment\":%s}\n".formatted(assessment))
                .collect(Collectors.joining());
        return intake.upload(lines.getBytes(StandardCharsets.UTF_8));
    }

    /** Submits several at a time; the ids are in the order of the assessments. */
    public List<UUID> submitAll(List<? extends JsonNode> assessments) {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<UUID>> submitted = assessments.stream()
                    .map(assessment -> workers.submit(() -> submit(assessment)))
                    .toList();
            List<UUID> ids = new ArrayList<>();
            for (Future<UUID> one : submitted) {
                ids.add(one.get());
            }
            return ids;
        } catch (ExecutionException e) {
            throw new AssertionError("a submission failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Amends a revision of an assessment, which may be refused. */
    public Api.Answer amend(UUID assessmentId, int revision, JsonNode assessment) {
        dorsal.submitting(assessment);
        return api.put("/api/assessments/" + assessmentId, "\"" + revision + "\"", assessment.toString());
    }

    /** Reads an assessment. */
    public JsonNode read(UUID assessmentId) {
        return api.get("/api/assessments/" + assessmentId).json();
    }

    /** Waits until an assessment is decided, its referrals stand, and its alert is raised if it needs one. */
    public Outcome outcome(UUID assessmentId) {
        return intake.outcome(assessmentId);
    }

    public Api api() {
        return api;
    }
}
