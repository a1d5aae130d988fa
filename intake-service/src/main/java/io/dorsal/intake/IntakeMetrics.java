package io.dorsal.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What intake measures. Names and tags are public API. */
public final class IntakeMetrics {

    /** Why a submission or an amendment was not accepted. */
    public enum Refusal {
        INVALID,
        KEY_REUSED,
        STALE,
        PATIENT_ERASED,
        UNACKNOWLEDGED,
        RATE_LIMITED,
        TOO_MANY_UPLOADS
    }

    /** What became of a line of a bulk upload. */
    public enum BulkLine {
        ACCEPTED,
        INVALID,
        TOO_LONG,
        TOO_MANY,
        KEY_REUSED,
        PATIENT_ERASED,
        UNACKNOWLEDGED
    }

    /** Work on the database that a submission does not wait for. */
    public enum PromptStep {
        RESERVATION,
        BULK_RESERVATION,
        FIRST_SIGHT
    }

    /** What came of an attempt to tell a clinic by webhook. */
    public enum WebhookOutcome {
        ACCEPTED,
        FAILED,
        REFUSED,
        GONE
    }

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter amended;
    private final Counter countedAgain;
    private final Timer acknowledgement;
    private final Counter conflicts;
    private final Timer decisionShown;
    private final Counter parkedNotShown;
    private final Counter parkedWithoutAssessment;
    private final Counter webhooksGivenUp;
    private final Counter droppedStreams;

    public IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Refusal reason : Refusal.values()) {
            refusals(reason);
        }
        for (PromptStep step : PromptStep.values()) {
            misses(step);
        }
        for (BulkLine outcome : BulkLine.values()) {
            bulkLines(outcome);
        }
        for (WebhookOutcome outcome : WebhookOutcome.values()) {
            webhookAttempts(outcome);
        }
        webhooksGivenUp = Counter.builder("dorsal.intake.webhooks.given.up")
                .description(
                        "Outcomes that a clinic's webhook did not take for days, so that they are not told any more")
                .register(registry);
        parkedNotShown = Counter.builder("dorsal.intake.view.parked.failed")
                .description("Parked records of the intake lanes that no status shows, because of a defect of ours")
                .register(registry);
        parkedWithoutAssessment = Counter.builder("dorsal.intake.view.parked.unidentified")
                .description("Parked records of the intake lanes whose key is no assessment id, so that no status shows"
                        + " them")
                .register(registry);
        droppedStreams = Counter.builder("dorsal.intake.streams.dropped")
                .description("Streams of assessments that were ended since their client took nothing any more")
                .register(registry);
        this.accepted = Counter.builder("dorsal.intake.accepted")
                .description("Submissions answered with 202, repeats among them")
                .register(registry);
        this.amended = Counter.builder("dorsal.intake.amended")
                .description("Amendments answered with 202, repeats among them")
                .register(registry);
        this.countedAgain = Counter.builder("dorsal.intake.counted.again")
                .description(
                        "Assessments amended by intake itself, as a count that was not known before has a rule fire")
                .register(registry);
        this.acknowledgement = Timer.builder("dorsal.intake.acknowledgement")
                .description("From sending assessment and patient reference to the broker's acknowledgement of both")
                .publishPercentileHistogram()
                .register(registry);
        this.conflicts = Counter.builder("dorsal.intake.view.conflicts")
                .description("Assessments of which two bodies or two patients were found under one revision")
                .register(registry);
        this.decisionShown = Timer.builder("dorsal.intake.view.decision")
                .description("From accepting a revision to its decision being readable")
                .publishPercentileHistogram()
                .register(registry);
    }

    /** A submission was accepted. */
    public void accepted() {
        accepted.increment();
    }

    /** An amendment was accepted. */
    public void amended() {
        amended.increment();
    }

    /** An assessment was amended by a count that was not known before. */
    public void countedAgain() {
        countedAgain.increment();
    }

    /** A submission was not accepted. */
    public void refused(Refusal reason) {
        refusals(reason).increment();
    }

    /** A line of a bulk upload was answered. */
    public void answered(BulkLine outcome) {
        bulkLines(outcome).increment();
    }

    /** The broker has acknowledged a submission. */
    public void acknowledged(Duration waited) {
        acknowledgement.record(waited);
    }

    /** The database was passed over. */
    public void missed(PromptStep step) {
        misses(step).increment();
    }

    /** Two bodies or two patients of one revision were found. */
    public void conflict() {
        conflicts.increment();
    }

    /** Has the number of all assessments with such a conflict shown, whoever found it. */
    public void showConflicting(Supplier<Number> count) {
        Gauge.builder("dorsal.intake.view.conflicting", count)
                .description("Assessments with two bodies or two patients under one revision, as the store has them")
                .register(registry);
    }

    /** Has it shown how many amendments the broker is not known to have, and for how many seconds the first of them. */
    public void showUnsentAmendments(Supplier<Number> count, Supplier<Number> seconds) {
        Gauge.builder("dorsal.intake.amendments.unsent", count)
                .description("Amendments that were entered and that the broker is not known to have")
                .register(registry);
        TimeGauge.builder("dorsal.intake.amendments.unsent.age", seconds, TimeUnit.SECONDS)
                .description("For how long the first of them has waited to be sent; 0 where none waits")
                .register(registry);
    }

    /** Has it shown how many assessments wait at a stage, and for how many seconds the first of them. */
    public void showWaiting(String stage, Supplier<Number> count, Supplier<Number> seconds) {
        Gauge.builder("dorsal.patients.waiting", count)
                .description("Assessments that wait for somebody or something, by the stage at which they stand")
                .tag("stage", stage)
                .register(registry);
        TimeGauge.builder("dorsal.patients.waiting.age", seconds, TimeUnit.SECONDS)
                .description("For how long the one has waited that has waited longest; 0 where none waits")
                .tag("stage", stage)
                .register(registry);
    }

    /** Has it shown how many streams of assessments are open. */
    public void showStreams(Supplier<Number> count) {
        Gauge.builder("dorsal.intake.streams", count)
                .description("Streams of assessments that are open at this instance")
                .register(registry);
    }

    /** A stream was ended since its client takes nothing any more. */
    public void streamDropped() {
        droppedStreams.increment();
    }

    /** A decision has become readable. */
    public void decisionShown(Duration sinceAcceptance) {
        decisionShown.record(sinceAcceptance);
    }

    /** A parked record was passed over, since it kept failing. */
    public void parkedNotShown() {
        parkedNotShown.increment();
    }

    /** A parked record was seen whose key is no assessment id. */
    public void parkedWithoutAssessment() {
        parkedWithoutAssessment.increment();
    }

    /** It was attempted to tell a clinic by webhook. */
    public void webhookAttempted(WebhookOutcome outcome) {
        webhookAttempts(outcome).increment();
    }

    /** So many outcomes are not told any more. */
    public void webhooksGivenUp(int count) {
        webhooksGivenUp.increment(count);
    }

    /** Has it shown how many outcomes wait to be told by webhook, and for how many seconds the first of them. */
    public void showWebhooksWaiting(Supplier<Number> count, Supplier<Number> seconds) {
        Gauge.builder("dorsal.intake.webhooks.waiting", count)
                .description("Outcomes that wait to be told by webhook; at most 100000 are counted")
                .register(registry);
        TimeGauge.builder("dorsal.intake.webhooks.oldest.age", seconds, TimeUnit.SECONDS)
                .description("How long the oldest outcome has waited to be told by webhook; 0 where none waits")
                .register(registry);
    }

    /** Has it shown how many clinics want no webhooks any more. */
    public void showWebhooksGone(Supplier<Number> clinics) {
        Gauge.builder("dorsal.intake.webhooks.gone", clinics)
                .description("Clinics that are sent no webhooks until somebody resumes them, since their receiver wants"
                        + " none any more")
                .register(registry);
    }

    private Counter webhookAttempts(WebhookOutcome outcome) {
        return Counter.builder("dorsal.intake.webhook.attempts")
                .description("Attempts to tell a clinic of an outcome by webhook, by what the receiver answered")
                .tag("outcome", outcome.name())
                .register(registry);
    }

    private Counter refusals(Refusal reason) {
        return Counter.builder("dorsal.intake.refused")
                .description("Submissions and amendments that were not accepted, by reason")
                .tag("reason", reason.name())
                .register(registry);
    }

    private Counter bulkLines(BulkLine outcome) {
        return Counter.builder("dorsal.intake.bulk.lines")
                .description("Answered lines of bulk uploads, by what became of them")
                .tag("outcome", outcome.name())
                .register(registry);
    }

    private Counter misses(PromptStep step) {
        return Counter.builder("dorsal.intake.store.missed")
                .description("Times that a submission went on without the database, by step")
                .tag("step", step.name())
                .register(registry);
    }
}
