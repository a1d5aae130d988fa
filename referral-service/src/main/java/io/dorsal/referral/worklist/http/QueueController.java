package io.dorsal.referral.worklist.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.Page;
import io.dorsal.kit.http.PageRequest;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.worklist.Line;
import io.dorsal.referral.worklist.Position;
import io.dorsal.referral.worklist.QueueSummary;
import io.dorsal.referral.worklist.WorklistQuery;
import io.dorsal.referral.worklist.Worklists;
import io.dorsal.rules.decision.Queue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The queues of the specialties. */
@RestController
class QueueController {

    private final Worklists worklists;
    private final Clock clock;

    QueueController(Worklists worklists, Clock clock) {
        this.worklists = worklists;
        this.clock = clock;
    }

    @GetMapping("/api/queues")
    @Operation(summary = "How the queues stand: what is open in them, the oldest, and what is past due")
    Page<QueueBody> queues(@Parameter(hidden = true) Caller caller) {
        Visibility visibility = Callers.ofCounts(caller);
        Map<Queue, QueueSummary> busy = worklists.summaries(visibility, clock.instant()).stream()
                .collect(Collectors.toMap(QueueSummary::queue, Function.identity()));
        return new Page<>(
                Arrays.stream(Queue.values())
                        .filter(visibility::includes)
                        .map(queue -> QueueBody.of(busy.getOrDefault(queue, QueueSummary.empty(queue))))
                        .toList(),
                null);
    }

    @GetMapping("/api/queues/{queue}/referrals")
    @Operation(summary = "A worklist, the most urgent first, then what is due first; without a state, all that is open")
    Page<WorklistBody> referrals(
            @PathVariable String queue,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable String limit,
            @Parameter(hidden = true) Caller caller) {
        Visibility visibility = Callers.ofReferrals(caller);
        Queue wanted = queue(queue, visibility);
        PageRequest page = PageRequest.of(limit, cursor);
        Position after = page.position().map(Cursors::read).orElse(null);
        WorklistQuery query = new WorklistQuery(wanted, state(state), after, page.limit() + 1);
        return page(worklists.page(query, visibility), page.limit());
    }

    /** One line more than the page tells that there is a next one. */
    private Page<WorklistBody> page(List<Line> lines, int limit) {
        List<Line> shown = lines.subList(0, Math.min(limit, lines.size()));
        String next =
                lines.size() > limit ? Cursors.write(Position.of(shown.getLast().referral())) : null;
        Instant now = clock.instant();
        return new Page<>(shown.stream().map(line -> WorklistBody.of(line, now)).toList(), next);
    }

    /**
     * The queue of this name, if the caller works on it.
     *
     * @throws ProblemException 404 otherwise
     */
    static Queue queue(String name, Visibility visibility) {
        return Arrays.stream(Queue.values())
                .filter(queue -> queue.name().equals(name))
                .filter(visibility::includes)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private static @Nullable StateName state(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(StateName.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    String allowed =
                            Arrays.stream(StateName.values()).map(Enum::name).collect(Collectors.joining(", "));
                    return ProblemException.invalid(List.of(new FieldProblem("state", "state is one of " + allowed)));
                });
    }
}
