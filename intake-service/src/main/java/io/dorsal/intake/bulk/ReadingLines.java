package io.dorsal.intake.bulk;

import io.dorsal.intake.submission.ContentKeys;
import io.dorsal.intake.submission.IdempotencyKey;
import io.dorsal.intake.submission.Submission;
import io.dorsal.intake.view.Channel;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.FieldProblem;
import io.dorsal.rules.json.KeyedReading;
import io.dorsal.rules.json.Reading;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an upload as strictly as single submissions are read. */
public final class ReadingLines {

    private static final String KEY = "idempotencyKey";

    /** How far a clinic's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final AssessmentJson json;
    private final ContentKeys contentKeys;
    private final Clock clock;

    public ReadingLines(AssessmentJson json, ContentKeys contentKeys, Clock clock) {
        this.json = json;
        this.contentKeys = contentKeys;
        this.clock = clock;
    }

    /** The submission in a line, or all that is wrong with it. A line without a key gets the key of its content. */
    public ReadLine read(Clinic clinic, byte[] line) {
        KeyedReading keyed = json.readKeyed(line, clock.instant().plus(SKEW));
        List<FieldProblem> problems = new ArrayList<>();
        Optional<IdempotencyKey> given = given(keyed.key(), problems);
        return switch (keyed.reading()) {
            case Reading.Malformed(String message) -> new ReadLine.Malformed(message);
            case Reading.Invalid(List<FieldProblem> found) -> {
                problems.addAll(found);
                yield new ReadLine.Invalid(problems);
            }
            case Reading.Accepted _ when !problems.isEmpty() -> new ReadLine.Invalid(problems);
            case Reading.Accepted(Assessment assessment) -> {
                IdempotencyKey key = given.orElseGet(() -> contentKeys.of(clinic, assessment));
                yield new ReadLine.Submitted(new Submission(clinic, key, Channel.BULK, assessment));
            }
        };
    }

    private static Optional<IdempotencyKey> given(@Nullable String text, List<FieldProblem> problems) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<IdempotencyKey> key = IdempotencyKey.of(text);
        if (key.isEmpty()) {
            problems.add(new FieldProblem(KEY, IdempotencyKey.RULE));
        }
        return key;
    }
}
