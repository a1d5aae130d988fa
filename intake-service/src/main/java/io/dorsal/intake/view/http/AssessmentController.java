package io.dorsal.intake.view.http;

import io.dorsal.intake.feedback.Feedback;
import io.dorsal.intake.feedback.Feedbacks;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.ReadingAssessments;
import io.dorsal.intake.view.Selection;
import io.dorsal.intake.view.Standing;
import io.dorsal.intake.view.Status;
import io.dorsal.kit.http.Page;
import io.dorsal.kit.http.PageRequest;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.rules.decision.Urgency;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading under {@code /api/assessments}: a clinic's own. */
@RestController
@RequestMapping(path = "/api/assessments", produces = MediaType.APPLICATION_JSON_VALUE)
class AssessmentController {

    private final ReadingAssessments assessments;
    private final AssessmentBodies bodies;
    private final SelectionReader selections;
    private final Feedbacks feedbacks;

    AssessmentController(
            ReadingAssessments assessments, AssessmentBodies bodies, SelectionReader selections, Feedbacks feedbacks) {
        this.assessments = assessments;
        this.bodies = bodies;
        this.selections = selections;
        this.feedbacks = feedbacks;
    }

    @GetMapping("/{id}")
    @Operation(summary = "What became of an assessment")
    @ApiResponse(responseCode = "200", headers = @Header(name = "ETag"), useReturnTypeSchema = true)
    AssessmentBody one(@Parameter(hidden = true) Caller caller, @PathVariable String id, HttpServletResponse response) {
        AssessmentView view = assessmentId(id)
                .flatMap(known -> assessments.find(clinicOf(caller), known))
                .orElseThrow(ProblemException::notFound);
        // Set past Spring, which would answer 304 by it: a decision comes without a new revision.
        response.setHeader(HttpHeaders.ETAG, "\"" + Standing.of(view).revision() + "\"");
        return bodies.of(view, feedbackOn(view));
    }

    @GetMapping
    @Operation(summary = "The clinic's assessments, newest first")
    Page<AssessmentBody> list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(schema = @Schema(implementation = Status.class)) @RequestParam(required = false) @Nullable
                    String status,
            @Parameter(schema = @Schema(implementation = Urgency.class)) @RequestParam(required = false) @Nullable
                    String urgency,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return page(caller, selections.filtered(status, urgency, cursor, limit));
    }

    /** In one page: whoever has more of them than that sees the rest once some are answered. */
    @GetMapping(params = "attention=true")
    @Hidden
    Page<AssessmentBody> asking(Caller caller, @RequestParam(required = false) @Nullable String limit) {
        int most = selections.filtered(null, null, null, limit).limit();
        return new Page<>(
                assessments.asking(clinicOf(caller), most).stream()
                        .map(bodies::of)
                        .toList(),
                null);
    }

    /** By POST, since a patient reference has no place in an address. */
    @PostMapping(path = "/search", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The clinic's assessments of a patient, newest first")
    Page<AssessmentBody> search(
            @Parameter(hidden = true) Caller caller,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return page(caller, selections.ofPatient(body == null ? new byte[0] : body, cursor, limit));
    }

    private List<Feedback> feedbackOn(AssessmentView view) {
        return Standing.of(view)
                .decision()
                .map(decided -> feedbacks.on(decided.decisionId()))
                .orElse(List.of());
    }

    private Page<AssessmentBody> page(Caller caller, Selection selection) {
        List<AssessmentView> views = assessments.list(clinicOf(caller), selection.withOneMore());
        boolean ends = views.size() <= selection.limit();
        List<AssessmentView> items = ends ? views : views.subList(0, selection.limit());
        return new Page<>(
                items.stream().map(bodies::of).toList(),
                ends ? null : PageRequest.cursor(Cursors.after(items.getLast())));
    }

    private static String clinicOf(Caller caller) {
        return caller.clinicId()
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.FORBIDDEN, "The token names no clinic of this platform."));
    }

    /** Java reads abbreviated ids as well; those are nobody's. */
    private static Optional<UUID> assessmentId(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
