package io.dorsal.intake.form.http;

import io.dorsal.intake.preview.PreviewRules;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.kit.security.Caller;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.DecisionJson;
import io.dorsal.rules.json.Reading;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /form/evaluation}: what triage would decide on the answers, without broker, database or triage. It keeps
 * nothing and tells nobody. How often the patient came before it does not know.
 */
@Hidden
@RestController
class EvaluationController {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationController.class);

    private final PreviewRules rules;
    private final AssessmentJson assessments;
    private final CallersClinic clinics;
    private final Clock clock;

    EvaluationController(PreviewRules rules, AssessmentJson assessments, CallersClinic clinics, Clock clock) {
        this.rules = rules;
        this.assessments = assessments;
        this.clinics = clinics;
        this.clock = clock;
    }

    @PostMapping(
            path = "/form/evaluation",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] evaluate(Caller caller, @RequestBody(required = false) byte @Nullable [] body) {
        Clinic clinic = clinics.of(caller);
        return switch (assessments.read(body == null ? new byte[0] : body, clock.instant())) {
            case Reading.Accepted(var assessment) ->
                DecisionJson.write(engine(clinic).decide(assessment.answers(), null));
            case Reading.Malformed(String message) -> throw new ProblemException(HttpStatus.BAD_REQUEST, message);
            case Reading.Invalid(var problems) ->
                throw ProblemException.invalid(problems.stream()
                        .map(problem -> new FieldProblem(problem.path(), problem.path() + " " + problem.message()))
                        .toList());
        };
    }

    private TriageEngine engine(Clinic clinic) {
        try {
            return rules.engine(clinic.network());
        } catch (RuntimeException e) {
            LOG.warn("The form evaluates nothing, since the rules cannot be loaded: {}", FailureTrace.of(e));
            throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "The rules cannot be loaded.");
        }
    }
}
