package io.dorsal.referral.fhir.http;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.http.FhirBody;
import io.dorsal.fhir.http.FhirModel.Parsed;
import io.dorsal.fhir.http.Problems;
import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.security.Caller;
import io.dorsal.referral.fhir.AskedAction;
import io.dorsal.referral.fhir.TaskReader;
import io.dorsal.referral.fhir.TaskReading;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.worklist.http.ActionReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what an update of a task does: what it gives the action is judged by the same reader as the action's JSON. */
final class TaskUpdates {

    static final String TYPE = "Task";

    private final FhirBody bodies;

    TaskUpdates(FhirBody bodies) {
        this.bodies = bodies;
    }

    /**
     * What a caller does.
     *
     * @throws ProblemException 400 where the body cannot be read, or is of another id; 422 where it asks for nothing that
     *     there is
     */
    Deed deed(ReferralId id, Caller caller, HttpServletRequest request) throws IOException {
        Task task = task(bodies.read(request));
        if (!id.toString().equalsIgnoreCase(task.getIdElement().getIdPart())) {
            throw Problems.of(HttpStatus.BAD_REQUEST, Issue.value("id must be that of the address.", "Task.id"));
        }
        return switch (TaskReader.read(task)) {
            case TaskReading.Refused(List<Issue> issues) -> throw refused(issues);
            case TaskReading.Asked(AskedAction action) ->
                ActionReader.read(action.name(), json(action), caller.subject(), TaskUpdates::invalid);
        };
    }

    private static Task task(Parsed.Read<Resource> body) {
        if (!(body.resource() instanceof Task task)) {
            throw refused(List.of(Issue.structure("The resource must be a Task.", "Resource")));
        }
        if (body.badValues() > 0) {
            throw refused(List.of(Issue.value("Some element has a value that its type does not allow.", TYPE)));
        }
        return task;
    }

    private static ObjectNode json(AskedAction action) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        action.members().forEach(members::put);
        return members;
    }

    private static ProblemException invalid(List<FieldProblem> problems) {
        return refused(problems.stream()
                .map(problem -> new Issue("value", problem.message() + ".", TaskReader.expression(problem.path())))
                .toList());
    }

    private static ProblemException refused(List<Issue> issues) {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, issues);
    }
}
