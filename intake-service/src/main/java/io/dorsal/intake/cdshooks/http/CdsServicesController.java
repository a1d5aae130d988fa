package io.dorsal.intake.cdshooks.http;

import io.dorsal.intake.cdshooks.PatientDecisions;
import io.dorsal.intake.feedback.Feedbacks;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** CDS Hooks 2.0: a card for each decision about the patient whose record a clinic's system opens. */
@RestController
@RequestMapping(path = "/cds-services", produces = MediaType.APPLICATION_JSON_VALUE)
class CdsServicesController {

    private final PatientDecisions decisions;
    private final Feedbacks feedbacks;
    private final Cards cards;

    CdsServicesController(PatientDecisions decisions, Feedbacks feedbacks, Cards cards) {
        this.decisions = decisions;
        this.feedbacks = feedbacks;
        this.cards = cards;
    }

    @GetMapping
    @Operation(summary = "The services of CDS Hooks that there are; open to everybody")
    Discovery discovery() {
        return Discovery.ONLY;
    }

    /** By POST alone, since a patient reference has no place in an address. */
    @PostMapping(path = "/{service}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A card for each decision about a patient that still matters, the most urgent first")
    Guidance guidance(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String service,
            @RequestBody(required = false) byte @Nullable [] body) {
        requireKnown(service);
        HookRequest request = HookRequest.read(body);
        return new Guidance(decisions.about(clinicOf(caller), request.patientReference()).stream()
                .map(view -> cards.of(view, page(view)))
                .toList());
    }

    @PostMapping(path = "/{service}/feedback", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Reports what people made of cards; a repeated report is kept once")
    void feedback(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String service,
            @RequestBody(required = false) byte @Nullable [] body) {
        requireKnown(service);
        if (!feedbacks.keep(clinicOf(caller), FeedbackRequest.read(body))) {
            throw ProblemException.notFound();
        }
    }

    private static void requireKnown(String service) {
        if (!Discovery.SERVICE.equals(service)) {
            throw ProblemException.notFound();
        }
    }

    private static URI page(AssessmentView view) {
        UUID id = view.assessmentId();
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/assessments/{id}")
                .build(id);
    }

    private static String clinicOf(Caller caller) {
        return caller.clinicId()
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.FORBIDDEN, "The token names no clinic of this platform."));
    }

    /** What a client shows. */
    record Guidance(List<Card> cards) {}
}
