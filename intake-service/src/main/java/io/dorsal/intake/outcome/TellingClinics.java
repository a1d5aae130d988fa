package io.dorsal.intake.outcome;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.WebhookOutcome;
import io.dorsal.intake.outcome.OutcomeQueue.Claim;
import io.dorsal.intake.outcome.OutcomeQueue.Result;
import io.dorsal.kit.background.Next;
import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.kit.webhook.DoublingPauses;
import io.dorsal.kit.webhook.WebhookAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells clinics what waits to be told, a small batch of each at a time, side by side: a receiver that hangs delays no other
 * clinic, and a flood reaches nobody faster than {@value #OF_EACH} in {@link #LOOK_EVERY}. What came of a batch is recorded
 * together; where that fails, it is told again when its lease ends, under the same ids. One that wants no webhooks any more
 * gets none, from any instance.
 */
public final class TellingClinics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TellingClinics.class);

    private static final int OF_EACH = 8;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration LOOK_EVERY_WHERE_NOTHING_WAITS = Duration.ofSeconds(1);

    /** Longer than any attempt takes, and the recording of it. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(12);

    private final OutcomeQueue queue;
    private final ClinicReceivers receivers;
    private final DoublingPauses pauses;
    private final IntakeMetrics metrics;
    private final Clock clock;
    private final Map<String, ClinicLine> lines;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private boolean begun;
    private volatile int gone;

    public TellingClinics(
            OutcomeQueue queue, ClinicReceivers receivers, DoublingPauses pauses, IntakeMetrics metrics, Clock clock) {
        this.queue = queue;
        this.receivers = receivers;
        this.pauses = pauses;
        this.metrics = metrics;
        this.clock = clock;
        this.lines = receivers.clinics().stream()
                .map(clinic -> new ClinicLine(receivers.receiver(clinic), pauses))
                .collect(Collectors.toUnmodifiableMap(ClinicLine::clinicId, Function.identity()));
    }

    /** Claims what is due for those to whom nothing is under way, and has it told. */
    public Next round() {
        Instant now = clock.instant();
        if (!begun) {
            queue.begin(lines.keySet(), now);
            begun = true;
        }
        Set<ReceiverId> unwilling = queue.gone();
        gone = (int) lines.values().stream()
                .filter(line -> unwilling.contains(line.receiver()))
                .count();
        List<String> free = lines.values().stream()
                .filter(line -> line.isFree(now) && !unwilling.contains(line.receiver()))
                .map(ClinicLine::clinicId)
                .toList();
        List<Claim> claims = free.isEmpty() ? List.of() : queue.claim(free, OF_EACH, now, now.plus(LEASE));
        claims.stream().collect(Collectors.groupingBy(Claim::clinicId)).forEach(this::start);
        return Next.after(claims.isEmpty() ? LOOK_EVERY_WHERE_NOTHING_WAITS : LOOK_EVERY);
    }

    /** How many clinics get none, since they want none any more. */
    public int gone() {
        return gone;
    }

    private void start(String clinicId, List<Claim> claims) {
        ClinicLine line = line(clinicId);
        line.begin();
        threads.execute(() -> tell(line, claims));
    }

    private void tell(ClinicLine line, List<Claim> claims) {
        List<WebhookAnswer> answers = new ArrayList<>();
        try {
            List<Future<WebhookAnswer>> attempts = claims.stream()
                    .map(claim -> threads.submit(() -> receivers.tell(claim.clinicId(), claim.id(), claim.body())))
                    .toList();
            for (Future<WebhookAnswer> attempt : attempts) {
                answers.add(answer(attempt));
            }
            answers.forEach(answer -> heed(line.receiver(), answer));
            record(claims, answers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Outcomes for {} are told again: {}", line.clinicId(), FailureTrace.of(e));
        } finally {
            line.end(answers, clock.instant());
        }
    }

    private static WebhookAnswer answer(Future<WebhookAnswer> attempt) throws InterruptedException {
        try {
            return attempt.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warn("Telling an outcome failed unexpectedly: {}", FailureTrace.of(cause));
            return new WebhookAnswer.Failed(cause.getClass().getSimpleName(), null);
        }
    }

    private void heed(ReceiverId receiver, WebhookAnswer answer) {
        if (answer instanceof WebhookAnswer.Gone && queue.markGone(receiver, clock.instant())) {
            LOG.warn(
                    "The clinic {} wants no webhooks any more ({}): it is sent none until somebody resumes it. See the"
                            + " runbook, 'a clinic's webhook'.",
                    receiver.clinicId(),
                    answer.code());
        }
    }

    private void record(List<Claim> claims, List<WebhookAnswer> answers) {
        Instant now = clock.instant();
        List<Result> results = new ArrayList<>();
        for (int index = 0; index < claims.size(); index++) {
            Claim claim = claims.get(index);
            WebhookAnswer answer = answers.get(index);
            metrics.webhookAttempted(outcome(answer));
            results.add(new Result(claim.id(), nextAt(claim.attempt(), answer, now)));
        }
        queue.record(results, now);
    }

    private @Nullable Instant nextAt(int attempt, WebhookAnswer answer, Instant now) {
        return switch (answer) {
            case WebhookAnswer.Accepted _ -> null;
            case WebhookAnswer.Failed(String _, Duration retryAfter) ->
                now.plus(longer(pauses.after(attempt), retryAfter));
            case WebhookAnswer.Refused _, WebhookAnswer.Gone _ -> now.plus(pauses.longest());
        };
    }

    private static WebhookOutcome outcome(WebhookAnswer answer) {
        return switch (answer) {
            case WebhookAnswer.Accepted _ -> WebhookOutcome.ACCEPTED;
            case WebhookAnswer.Failed _ -> WebhookOutcome.FAILED;
            case WebhookAnswer.Refused _ -> WebhookOutcome.REFUSED;
            case WebhookAnswer.Gone _ -> WebhookOutcome.GONE;
        };
    }

    private static Duration longer(Duration pause, @Nullable Duration asked) {
        return asked == null || asked.compareTo(pause) < 0 ? pause : asked;
    }

    private ClinicLine line(String clinicId) {
        ClinicLine line = lines.get(clinicId);
        if (line == null) {
            throw new IllegalStateException("a message was claimed for a clinic that nobody asked for");
        }
        return line;
    }

    /** Lets what is under way end, so that it is recorded. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
