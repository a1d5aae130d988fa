package io.dorsal.intake.bulk.http;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.Refusal;
import io.dorsal.intake.bulk.BulkSettings;
import io.dorsal.intake.bulk.ReadingLines;
import io.dorsal.intake.limits.ClientLimits;
import io.dorsal.intake.limits.ClientLimits.Uploading;
import io.dorsal.intake.limits.LimitSettings;
import io.dorsal.intake.submission.AcceptingMany;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.http.NdjsonExchanges;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/assessments/bulk}. */
@RestController
class BulkController {

    private static final int RETRY_AFTER_SECONDS = 10;

    private final BulkSettings settings;
    private final NdjsonExchanges exchanges;
    private final ReadingLines reading;
    private final AcceptingMany accepting;
    private final BulkAnswers answers;
    private final ClinicDirectory clinics;
    private final ClientLimits limits;
    private final IntakeMetrics metrics;

    BulkController(
            BulkSettings settings,
            LimitSettings limitSettings,
            ClientLimits limits,
            ReadingLines reading,
            AcceptingMany accepting,
            BulkAnswers answers,
            ClinicDirectory clinics,
            IntakeMetrics metrics) {
        this.settings = settings;
        this.exchanges = new NdjsonExchanges(limitSettings.uploadsOfAll(), settings.bytesAhead());
        this.limits = limits;
        this.metrics = metrics;
        this.reading = reading;
        this.accepting = accepting;
        this.answers = answers;
        this.clinics = clinics;
    }

    @PostMapping(
            path = "/api/assessments/bulk",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            summary = "Submits many assessments, a line each",
            description =
                    "Every line is answered by a line, in order, while others still come in: read the answers while"
                            + " you send. A line that is not accepted harms no other. What has no answer with an assessmentId is"
                            + " to be sent again, as are lines answered with 503; sending a whole file again doubles nothing.")
    void upload(@Parameter(hidden = true) Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Clinic clinic = clinicOf(caller);
        try (Uploading uploading = limits.upload(caller.subject()).orElseThrow(this::tooManyUploads)) {
            Upload upload = new Upload(clinic, uploading, settings.mostLines(), reading, accepting, answers);
            exchanges.answer(request, response, settings.window(), upload);
        }
    }

    private ProblemException tooManyUploads() {
        metrics.refused(Refusal.TOO_MANY_UPLOADS);
        return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "Too many uploads at once. Try again later.")
                .retryAfterSeconds(RETRY_AFTER_SECONDS);
    }

    private Clinic clinicOf(Caller caller) {
        return caller.clinicId()
                .flatMap(clinics::find)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.FORBIDDEN, "The token names no clinic of this platform."));
    }
}
