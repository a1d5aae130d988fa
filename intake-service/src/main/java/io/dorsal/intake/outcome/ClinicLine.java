package io.dorsal.intake.outcome;

import io.dorsal.kit.webhook.DoublingPauses;
import io.dorsal.kit.webhook.WebhookAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The way to one clinic, as this instance finds it. While a receiver fails it is given pauses as a whole, or a backlog
 * would hammer it.
 */
final class ClinicLine {

    private final ReceiverId receiver;
    private final DoublingPauses pauses;
    private boolean busy;
    private int failures;
    private Instant pausedUntil = Instant.MIN;

    ClinicLine(ReceiverId receiver, DoublingPauses pauses) {
        this.receiver = receiver;
        this.pauses = pauses;
    }

    String clinicId() {
        return receiver.clinicId();
    }

    ReceiverId receiver() {
        return receiver;
    }

    /** True where something may be sent now. */
    synchronized boolean isFree(Instant now) {
        return !busy && !now.isBefore(pausedUntil);
    }

    /** A batch is under way. */
    synchronized void begin() {
        busy = true;
    }

    /** The batch is at its end, with these answers. */
    synchronized void end(List<WebhookAnswer> answers, Instant now) {
        busy = false;
        Duration asked = Duration.ZERO;
        boolean failed = false;
        boolean accepted = false;
        for (WebhookAnswer answer : answers) {
            switch (answer) {
                case WebhookAnswer.Accepted _ -> accepted = true;
                case WebhookAnswer.Refused _, WebhookAnswer.Gone _ -> {}
                case WebhookAnswer.Failed(String _, Duration retryAfter) -> {
                    failed = true;
                    asked = longer(asked, retryAfter == null ? Duration.ZERO : retryAfter);
                }
            }
        }
        if (accepted) {
            failures = 0;
        } else if (failed) {
            failures++;
            asked = longer(asked, pauses.after(failures));
        }
        pausedUntil = now.plus(asked);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
