package io.dorsal.referral.worklist.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dorsal.kit.http.Page;
import io.dorsal.kit.security.Caller;
import io.dorsal.referral.forecast.Expected;
import io.dorsal.referral.forecast.Forecasts;
import io.dorsal.referral.forecast.Waiting;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which referrals will be past due. */
@RestController
class ForecastController {

    private static final int AT_MOST = 200;

    private final Forecasts forecasts;
    private final Clock clock;

    ForecastController(Forecasts forecasts, Clock clock) {
        this.forecasts = forecasts;
        this.clock = clock;
    }

    @GetMapping("/api/queues/{queue}/forecast")
    @Operation(
            summary = "Which referrals of a queue will be past due, if it goes on as it went in the last eight weeks",
            description =
                    "In the order of the worklist, 200 at most, without emergencies and without what is past due already. By the place in the queue, how many leave it in each"
                            + " hour of the week, and how many come that are more urgent; without `expectedAt` it is not within half"
                            + " a year.")
    Page<BreachBody> forecast(@PathVariable String queue, @Parameter(hidden = true) Caller caller) {
        Visibility visibility = Callers.ofReferrals(caller);
        Queue wanted = QueueController.queue(queue, visibility);
        Instant now = clock.instant();
        return new Page<>(
                forecasts.of(wanted, visibility, now).stream()
                        .filter(expected -> expected.isBreach() && isToCome(expected, now))
                        .limit(AT_MOST)
                        .map(BreachBody::of)
                        .toList(),
                null);
    }

    private static boolean isToCome(Expected expected, Instant now) {
        Instant dueAt = expected.referral().dueAt();
        return dueAt != null && !dueAt.isBefore(now);
    }

    /** A referral that will be past due. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BreachBody(
            UUID referralId,
            Urgency urgency,
            @Nullable Instant dueAt,
            @Nullable Instant expectedAt) {

        static BreachBody of(Expected expected) {
            Waiting waiting = expected.referral();
            return new BreachBody(waiting.id().value(), waiting.urgency(), waiting.dueAt(), expected.at());
        }
    }
}
