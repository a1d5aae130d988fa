package io.dorsal.referral.worklist.http;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.referral.routing.ReferralId;
import io.dorsal.referral.worklist.ReferralFile;
import io.dorsal.referral.worklist.Worklists;
import io.dorsal.referral.worklist.http.ReferralBody.FindingBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** One referral, for the specialists of its queue and for its clinic. */
@RestController
class ReferralController {

    private final Worklists worklists;
    private final ClinicDirectory clinics;
    private final ObjectReader stored;

    ReferralController(Worklists worklists, ClinicDirectory clinics, JsonMapper json) {
        this.worklists = worklists;
        this.clinics = clinics;
        // A newer version, which runs beside this one in an upgrade, may have written more than this one knows.
        this.stored = json.readerFor(Explanation.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @GetMapping("/api/referrals/{id}")
    @Operation(summary = "A referral with its patient's reference, the findings, and its whole history")
    @ApiResponse(responseCode = "200", headers = @Header(name = "ETag"), useReturnTypeSchema = true)
    ReferralBody referral(
            @PathVariable UUID id, @Parameter(hidden = true) Caller caller, HttpServletResponse response) {
        ReferralFile file =
                worklists.find(new ReferralId(id), Callers.ofReferrals(caller)).orElseThrow(ProblemException::notFound);
        String phone = clinics.find(file.line().clinicId()).map(Clinic::phone).orElse(null);
        Explanation explanation = stored.readValue(file.decision());
        // Set past Spring, which would answer 304 by it: a patient reference comes without a new version.
        response.setHeader(HttpHeaders.ETAG, "\"" + file.version() + "\"");
        return ReferralBody.of(file, phone, explanation.findings());
    }

    /** What is shown here of a decision. */
    record Explanation(List<FindingBody> findings) {}
}
