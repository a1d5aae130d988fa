package io.dorsal.referral.worklist.http;

import io.dorsal.kit.http.Page;
import io.dorsal.kit.security.Caller;
import io.dorsal.referral.lifecycle.ActionName;
import io.dorsal.referral.lifecycle.Code;
import io.dorsal.referral.lifecycle.ReferralId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One referral, for the specialists of its queue and for its clinic. */
@RestController
class ReferralController {

    private final ReferralReads reads;

    ReferralController(ReferralReads reads) {
        this.reads = reads;
    }

    @GetMapping("/api/referrals/{id}")
    @Operation(
            summary = "A referral with its patient's reference, the findings, its whole history, and what the caller"
                    + " may do with it")
    @ApiResponse(responseCode = "200", headers = @Header(name = "ETag"), useReturnTypeSchema = true)
    ReferralBody referral(
            @PathVariable UUID id, @Parameter(hidden = true) Caller caller, HttpServletResponse response) {
        return reads.read(new ReferralId(id), Callers.ofReferrals(caller), response);
    }

    @GetMapping("/api/referrals/codes")
    @Operation(summary = "The reasons and outcomes that actions ask for, with what they mean")
    Page<CodesBody> codes() {
        return new Page<>(
                Arrays.stream(ActionName.values())
                        .filter(action -> Code.of(action).findAny().isPresent())
                        .map(CodesBody::of)
                        .toList(),
                null);
    }

    /** The codes of an action. */
    record CodesBody(String action, List<CodeBody> codes) {

        static CodesBody of(ActionName action) {
            return new CodesBody(
                    action.path(),
                    Code.of(action)
                            .map(code -> new CodeBody(code, code.meaning()))
                            .toList());
        }
    }

    /** A code, and what it means. */
    record CodeBody(Code code, String meaning) {}
}
