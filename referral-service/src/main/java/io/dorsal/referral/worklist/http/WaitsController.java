package io.dorsal.referral.worklist.http;

import io.dorsal.kit.security.Caller;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.worklist.Waits;
import io.dorsal.rules.decision.Queue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How long patients wait in a queue. */
@RestController
class WaitsController {

    private final Waits waits;
    private final Clock clock;

    WaitsController(Waits waits, Clock clock) {
        this.waits = waits;
        this.clock = clock;
    }

    @GetMapping("/api/queues/{queue}/waits")
    @Operation(
            summary = "How long those have waited who are in the queue now",
            description = "By bands of time and urgency, and of each urgency the median and the longest wait, counted"
                    + " from when the referral was first put into a queue. Whole seconds.")
    WaitsBody waits(@PathVariable String queue, @Parameter(hidden = true) Caller caller) {
        Visibility visibility = Callers.ofReferrals(caller);
        Queue wanted = QueueController.queue(queue, visibility);
        return WaitsBody.of(waits.of(wanted, visibility, clock.instant()));
    }
}
