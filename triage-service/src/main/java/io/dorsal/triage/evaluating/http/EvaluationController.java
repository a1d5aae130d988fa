package io.dorsal.triage.evaluating.http;

import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.LineReader.Line;
import io.dorsal.kit.http.NdjsonExchange;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.DecisionJson;
import io.dorsal.rules.json.Reading;
import io.dorsal.triage.deciding.DecidingUrgency;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tells what triage would decide, without an assessment being submitted. */
@RestController
class EvaluationController {

    private static final String PATH = "/api/triage/evaluate";
    private static final String FULL = "full";
    private static final String ABOUT = "an evaluation";

    private final DecidingUrgency deciding;
    private final AssessmentJson assessments;
    private final ClinicDirectory clinics;
    private final JsonMapper json;
    private final Clock clock;

    EvaluationController(
            DecidingUrgency deciding,
            AssessmentJson assessments,
            ClinicDirectory clinics,
            JsonMapper json,
            Clock clock) {
        this.deciding = deciding;
        this.assessments = assessments;
        this.clinics = clinics;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] evaluate(
            @RequestBody(required = false) byte[] body,
            @Parameter(schema = @Schema(allowableValues = FULL)) @RequestParam(required = false) @Nullable
                    String explain,
            @Parameter(hidden = true) Caller caller) {
        return decide(network(caller), asksForAll(explain), body == null ? new byte[0] : body);
    }

    @PostMapping(
            path = PATH,
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    void evaluateLines(
            HttpServletRequest request,
            HttpServletResponse response,
            @Parameter(schema = @Schema(allowableValues = FULL)) @RequestParam(required = false) @Nullable
                    String explain,
            @Parameter(hidden = true) Caller caller)
            throws IOException {
        String network = network(caller);
        boolean all = asksForAll(explain);
        NdjsonExchange.answer(request, response, (number, line) -> answer(network, all, number, line));
    }

    private static boolean asksForAll(@Nullable String explain) {
        if (explain == null || explain.equals(FULL)) {
            return explain != null;
        }
        throw ProblemException.invalid(List.of(new FieldProblem("explain", "must be " + FULL + ", or absent")));
    }

    private byte[] answer(@Nullable String network, boolean all, int number, Line line) {
        try {
            return switch (line) {
                case Line.Text(byte[] bytes) -> decide(network, all, bytes);
                case Line.TooLong _ ->
                    throw new ProblemException(HttpStatus.CONTENT_TOO_LARGE, "The line is too long.");
                case Line.End _ -> throw new IllegalStateException("the end of a body has no answer");
            };
        } catch (ProblemException problem) {
            return json.writeValueAsBytes(new ProblemLine(number, problem.body()));
        }
    }

    /** The network whose policy applies: that of the caller's clinic. Staff belong to none, and ask the ruleset itself. */
    private @Nullable String network(Caller caller) {
        return caller.clinicId().flatMap(clinics::networkOf).orElse(null);
    }

    private byte[] decide(@Nullable String network, boolean all, byte[] body) {
        return switch (assessments.read(body, clock.instant())) {
            case Reading.Accepted(var assessment) ->
                all
                        ? DecisionJson.write(deciding.explain(network, assessment.answers(), null, ABOUT))
                        : DecisionJson.write(deciding.decide(network, assessment.answers(), null, ABOUT));
            case Reading.Malformed(String message) -> throw new ProblemException(HttpStatus.BAD_REQUEST, message);
            case Reading.Invalid(var problems) ->
                throw ProblemException.invalid(problems.stream()
                        .map(problem -> new FieldProblem(problem.path(), problem.message()))
                        .toList());
        };
    }

    private record ProblemLine(int line, Object problem) {}
}
