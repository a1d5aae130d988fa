package io.dorsal.intake.bulk.http;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.BulkLine;
import io.dorsal.intake.bulk.ReadLine;
import io.dorsal.intake.submission.Acceptance;
import io.dorsal.intake.submission.Receipt;
import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answer to a line: the id of its assessment, or the problem that its own request would be answered with. */
final class BulkAnswers {

    private final JsonMapper json;
    private final IntakeMetrics metrics;

    BulkAnswers(JsonMapper json, IntakeMetrics metrics) {
        this.json = json;
        this.metrics = metrics;
    }

    byte[] accepted(int number, Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.Accepted(Receipt receipt) -> {
                metrics.answered(BulkLine.ACCEPTED);
                yield json.writeValueAsBytes(new AcceptedLine(number, receipt.assessmentId()));
            }
            case Acceptance.KeyReused() ->
                refused(
                        number,
                        BulkLine.KEY_REUSED,
                        new ProblemException(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "The idempotencyKey was used before, with another body. Take a new key for a new"
                                        + " assessment."));
            case Acceptance.PatientErased() ->
                refused(
                        number,
                        BulkLine.PATIENT_ERASED,
                        new ProblemException(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "The idempotencyKey belongs to an assessment whose patient was erased. Take a new key."));
            case Acceptance.Unacknowledged(var assessmentId, var key) ->
                refused(
                        number,
                        BulkLine.UNACKNOWLEDGED,
                        new ProblemException(
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        "The assessment may or may not have been accepted. Send the same line again: it"
                                                + " will not be doubled.")
                                .with("assessmentId", assessmentId)
                                .with("idempotencyKey", key.value()));
        };
    }

    byte[] unread(int number, ReadLine line) {
        return switch (line) {
            case ReadLine.Malformed(String message) ->
                refused(number, BulkLine.INVALID, new ProblemException(HttpStatus.BAD_REQUEST, message));
            case ReadLine.Invalid(var problems) ->
                refused(
                        number,
                        BulkLine.INVALID,
                        ProblemException.invalid(problems.stream()
                                .map(problem ->
                                        new FieldProblem(problem.path(), problem.path() + " " + problem.message()))
                                .toList()));
            case ReadLine.TooLong() ->
                refused(
                        number,
                        BulkLine.TOO_LONG,
                        new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "The line exceeds 65536 bytes."));
            case ReadLine.TooMany() ->
                refused(
                        number,
                        BulkLine.TOO_MANY,
                        new ProblemException(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "The upload has too many lines. Send this one and those after it in another."));
            case ReadLine.Submitted _ -> throw new IllegalStateException("it was read");
        };
    }

    private byte[] refused(int number, BulkLine outcome, ProblemException problem) {
        metrics.answered(outcome);
        return json.writeValueAsBytes(new ProblemLine(number, problem.body()));
    }

    private record AcceptedLine(int line, UUID assessmentId) {}

    private record ProblemLine(int line, Object problem) {}
}
