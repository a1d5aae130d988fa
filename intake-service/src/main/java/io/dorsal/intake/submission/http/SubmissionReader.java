package io.dorsal.intake.submission.http;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.Refusal;
import io.dorsal.intake.submission.IdempotencyKey;
import io.dorsal.intake.submission.Submission;
import io.dorsal.intake.view.Channel;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.Reading;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads a submission strictly, and tells all that is wrong with it at once. */
final class SubmissionReader {

    static final String KEY_HEADER = "Idempotency-Key";

    /** How far a clinic's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final AssessmentJson json;
    private final Clock clock;
    private final IntakeMetrics metrics;

    SubmissionReader(AssessmentJson json, Clock clock, IntakeMetrics metrics) {
        this.json = json;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * The submission in a request.
     *
     * @param keys the values of the header {@link #KEY_HEADER}, as often as it came
     * @throws ProblemException 400 where it is none
     */
    Submission read(Clinic clinic, Channel channel, List<String> keys, byte @Nullable [] body) {
        Optional<IdempotencyKey> key = keyOf(keys);
        List<FieldProblem> problems = new ArrayList<>();
        if (key.isEmpty()) {
            problems.add(problem(KEY_HEADER, IdempotencyKey.RULE));
        }
        Assessment assessment = assessment(body, problems);
        return new Submission(
                clinic, key.orElseThrow(() -> refused(ProblemException.invalid(problems))), channel, assessment);
    }

    /**
     * The assessment in the body of a request.
     *
     * @throws ProblemException 400 where it is none
     */
    Assessment assessment(byte @Nullable [] body) {
        return assessment(body, new ArrayList<>());
    }

    private Assessment assessment(byte @Nullable [] body, List<FieldProblem> problems) {
        return switch (json.read(
                body == null ? new byte[0] : body, clock.instant().plus(SKEW))) {
            case Reading.Malformed(String message) ->
                throw refused(new ProblemException(HttpStatus.BAD_REQUEST, message));
            case Reading.Invalid(var found) -> {
                found.forEach(one -> problems.add(problem(one.path(), one.message())));
                throw refused(ProblemException.invalid(problems));
            }
            case Reading.Accepted(var assessment) -> assessment;
        };
    }

    /** The key that was given, or a new one where none was; empty where what was given is none. */
    private static Optional<IdempotencyKey> keyOf(List<String> keys) {
        if (keys.isEmpty()) {
            return Optional.of(IdempotencyKey.make());
        }
        return keys.size() == 1 ? IdempotencyKey.of(keys.getFirst()) : Optional.empty();
    }

    private static FieldProblem problem(String path, String rule) {
        return new FieldProblem(path, path + " " + rule);
    }

    /** Counts the refusal. */
    ProblemException refused(ProblemException problem) {
        metrics.refused(Refusal.INVALID);
        return problem;
    }
}
