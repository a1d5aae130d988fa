package io.dorsal.referral.worklist.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.referral.acting.Acting;
import io.dorsal.referral.lifecycle.ActionName;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.rules.decision.Queue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What specialists and clinics do with a referral. */
@RestController
class ActionController {

    private final ActionCalls calls;
    private final ReferralReads reads;

    ActionController(ActionCalls calls, ReferralReads reads) {
        this.calls = calls;
        this.reads = reads;
    }

    @PostMapping(
            "/api/referrals/{id}/{action:accept|schedule|complete|return|redirect|cancel|confirm|no-show|pause|resume}")
    @Operation(
            summary = "Acts on a referral",
            description =
                    "Specialists do all but cancel, clinics cancel. Members of the body: `comment` (optional) with"
                            + " each action; `appointmentAt` and `site` (optional) to schedule; `outcome` to complete; `reason`"
                            + " and `advice` to return; `queue` and `reason` to redirect; `reason` to cancel; `reason` and `until`"
                            + " to pause. `/api/referrals/codes` lists reasons and outcomes. The same sent once more is answered"
                            + " as before. 409 names what is possible instead; 412 where the referral has changed since it was"
                            + " read; 428 without If-Match.",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = HttpHeaders.IF_MATCH,
                            required = true,
                            description = "the ETag that the referral was read with"))
    @ApiResponse(
            responseCode = "200",
            description = "Done: the referral as it is now",
            headers = @Header(name = "ETag"),
            useReturnTypeSchema = true)
    ReferralBody act(
            @PathVariable UUID id,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "accept",
                                                "schedule",
                                                "complete",
                                                "return",
                                                "redirect",
                                                "cancel",
                                                "confirm",
                                                "no-show",
                                                "pause",
                                                "resume"
                                            }))
                    @PathVariable
                    String action,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ActionBody.class)))
                    @RequestBody(required = false)
                    @Nullable
                    JsonNode body,
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReferralId referral = new ReferralId(id);
        Visibility visibility = Callers.ofReferrals(caller);
        long version = ReadVersion.of(Collections.list(request.getHeaders(HttpHeaders.IF_MATCH)));
        Deed deed = ActionReader.read(named(action), body, caller.subject());
        requireDone(calls.act(referral, visibility, version, deed));
        return reads.read(referral, visibility, response);
    }

    private static ActionName named(String path) {
        return Arrays.stream(ActionName.values())
                .filter(action -> action.path().equals(path))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private static void requireDone(Acting result) {
        switch (result) {
            case Acting.Done _ -> {}
            case Acting.Unknown _ -> throw ProblemException.notFound();
            case Acting.Forbidden _ ->
                throw new ProblemException(HttpStatus.FORBIDDEN, "This is for the other side of the referral to do.");
            case Acting.Stale(long version) ->
                throw new ProblemException(
                                HttpStatus.PRECONDITION_FAILED,
                                "The referral has changed since it was read. Read it again.")
                        .with("version", version);
            case Acting.Illegal(StateName state, List<ActionName> legal) ->
                throw conflict("That is not possible as the referral stands.", state, legal);
            case Acting.LoopRefused(StateName state, List<ActionName> legal, List<Queue> possible) ->
                throw conflict("The referral stands in that queue, or has stood there.", state, legal)
                        .with("queues", possible);
            case Acting.PauseRefused(Instant latest) ->
                throw ProblemException.invalid(
                        List.of(new FieldProblem("until", "until is a time to come, at the latest " + latest)));
        }
    }

    private static ProblemException conflict(String detail, StateName state, List<ActionName> legal) {
        return new ProblemException(HttpStatus.CONFLICT, detail)
                .with("state", state.name())
                .with("availableActions", legal.stream().map(ActionName::path).toList());
    }
}
