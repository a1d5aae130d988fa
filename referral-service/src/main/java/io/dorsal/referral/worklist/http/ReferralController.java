package io.dorsal.referral.worklist.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
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
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** One referral, for the specialists of its queue and for its clinic. */
@RestController
class ReferralController {

    private final Worklists worklists;
    private final ClinicDirectory clinics;
    private final JsonMapper json;

    ReferralController(Worklists worklists, ClinicDirectory clinics, JsonMapper json) {
        this.worklists = worklists;
        this.clinics = clinics;
        this.json = json;
    }

    @GetMapping("/api/referrals/{id}")
    @Operation(summary = "A referral with its patient's reference, the findings, and its whole history")
    ResponseEntity<ReferralBody> referral(@PathVariable UUID id, @Parameter(hidden = true) Caller caller) {
        ReferralFile file =
                worklists.find(new ReferralId(id), Callers.ofReferrals(caller)).orElseThrow(ProblemException::notFound);
        String phone = clinics.find(file.line().clinicId()).map(Clinic::phone).orElse(null);
        List<FindingBody> findings =
                json.readValue(file.decision(), Explanation.class).findings();
        return ResponseEntity.ok().eTag(String.valueOf(file.version())).body(ReferralBody.of(file, phone, findings));
    }

    /** What is shown here of a decision. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Explanation(List<FindingBody> findings) {}
}
