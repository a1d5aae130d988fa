package io.dorsal.referral.worklist.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.Page;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.referral.worklist.AssessmentIds;
import io.dorsal.referral.worklist.ReferralSearch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/referrals}: those of an assessment. */
@RestController
class SearchController {

    private static final int MOST = 50;

    private final ReferralSearch search;
    private final Clock clock;

    SearchController(ReferralSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    @GetMapping("/api/referrals")
    @Operation(
            summary = "The referrals of an assessment that the caller may see, in any state",
            description = "Takes the beginning of an id too, of 8 digits or more, and then finds 50 referrals at most.")
    Page<WorklistBody> ofAssessment(
            @RequestParam @Nullable String assessmentId, @Parameter(hidden = true) Caller caller) {
        AssessmentIds wanted = AssessmentIds.beginningWith(assessmentId == null ? "" : assessmentId)
                .orElseThrow(() -> ProblemException.invalid(List.of(new FieldProblem(
                        "assessmentId",
                        "assessmentId is the id of an assessment, or its first " + AssessmentIds.FEWEST_DIGITS
                                + " digits or more"))));
        Instant now = clock.instant();
        return new Page<>(
                search.of(wanted, Callers.ofReferrals(caller), MOST).stream()
                        .map(line -> WorklistBody.of(line, now))
                        .toList(),
                null);
    }
}
