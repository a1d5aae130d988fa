package io.dorsal.intake.outcome;

import io.dorsal.kit.webhook.DoublingPauses;
import io.dorsal.kit.webhook.WebhookAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one clinic, as this instance finds it. While a receiver fails it is given pauses as a whole, or a backlog
 * would hammer it; one that wants no webhooks any more gets none until the service is started again.
 */
final class ClinicLine {

    private static final Logger LOG = LoggerFactory.getLogger(ClinicLine.class);

    private final String clinicId;
    private final DoublingPauses pauses;
    private boolean busy;
    private boolean gone;
    private int failures;
    private Instant pausedUntil = Instant.MIN;

    ClinicLine(String clinicId, DoublingPauses pauses) {
        this.clinicId = clinicId;
        this.pauses = pauses;
    }

    String clinicId() {
        return clinicId;
    }

    /** True where something may be sent now. */
    synchronized boolean isFree(Instant now) {
        return !busy && !gone && !now.isBefore(pausedUntil);
    }

    synchronized boolean isGone() {
        return gone;
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
                case WebhookAnswer.Refused _ -> {}
                case WebhookAnswer.Gone(String code) -> goneFor(code);
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

    private void goneFor(String code) {
        if (!gone) {
            LOG.warn(
                    "The clinic {} wants no webhooks any more ({}): it is sent none until the service is started again."
                            + " See the runbook, 'a clinic's webhook'.",
                    clinicId,
                    code);
        }
        gone = true;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
