package io.dorsal.referral.fhir.http;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.http.MatchedVersion;
import io.dorsal.fhir.http.Problems;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.referral.acting.Acting;
import io.dorsal.referral.fhir.TaskReader;
import io.dorsal.referral.lifecycle.ActionName;
import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.rules.decision.Queue;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.http.HttpStatus;

/** Tells why an update of a task was not done. */
final class TaskRefusals {

    private TaskRefusals() {}

    static void requireDone(Acting result) {
        switch (result) {
            case Acting.Done _ -> {}
            case Acting.Unknown _ -> throw ProblemException.notFound();
            case Acting.Forbidden _ ->
                throw Problems.of(
                        HttpStatus.FORBIDDEN,
                        new Issue(
                                "forbidden",
                                "This is for the other side of the referral to do. Who confirms that it ends gives no"
                                        + " statusReason.",
                                TaskReader.STATUS));
            case Acting.Stale(long _) ->
                throw Problems.of(
                        HttpStatus.PRECONDITION_FAILED,
                        new Issue(
                                "conflict",
                                "The task has changed since that version. Read it again.",
                                MatchedVersion.expression(TaskUpdates.TYPE)));
            case Acting.Illegal(StateName state, List<ActionName> legal) ->
                throw Problems.of(
                        HttpStatus.CONFLICT,
                        new Issue(
                                "business-rule",
                                "That is not possible in the state " + state + ". What is possible: " + statuses(legal)
                                        + ".",
                                TaskReader.STATUS));
            case Acting.LoopRefused(StateName _, List<ActionName> _, List<Queue> possible) ->
                throw Problems.of(
                        HttpStatus.CONFLICT,
                        new Issue(
                                "business-rule",
                                "The referral stands in that queue, or has stood there. Those that are left: "
                                        + possible.stream().map(Enum::name).collect(Collectors.joining(", ")) + ".",
                                TaskReader.OWNER));
            case Acting.PauseRefused(Instant _) -> throw new IllegalStateException("no update of a task pauses");
        }
    }

    private static String statuses(List<ActionName> legal) {
        String statuses = legal.stream()
                .flatMap(action -> TaskReader.status(action).stream())
                .map(TaskStatus::toCode)
                .distinct()
                .collect(Collectors.joining(", "));
        return statuses.isEmpty() ? "nothing" : statuses;
    }
}
