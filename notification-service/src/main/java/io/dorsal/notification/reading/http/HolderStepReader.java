package io.dorsal.notification.reading.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.notification.alert.AlertAction;
import io.dorsal.notification.alert.ClosingOutcome;
import io.dorsal.notification.alert.HolderStep;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a step from its address and its body, strictly, and repeats nothing of the body. */
final class HolderStepReader {

    private static final int LONGEST_SUBJECT = 200;

    private HolderStepReader() {}

    /**
     * The step.
     *
     * @param path the last part of the address, of one of the actions that follow an acknowledgement
     * @param body null where there is none
     * @throws ProblemException 400 where the body is not what the action asks for
     */
    static HolderStep read(String path, @Nullable JsonNode body) {
        return switch (actionAt(path)) {
            case PATIENT_CONTACTED -> withoutMembers(body, new HolderStep.PatientContacted());
            case UNREACHABLE -> withoutMembers(body, new HolderStep.Unreachable());
            case REASSIGN -> new HolderStep.Reassign(subject(body));
            case CLOSE -> new HolderStep.Close(outcome(body));
            case ACKNOWLEDGE -> throw ProblemException.notFound();
        };
    }

    private static AlertAction actionAt(String path) {
        return Arrays.stream(AlertAction.values())
                .filter(action -> action.path().equals(path))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private static HolderStep withoutMembers(@Nullable JsonNode body, HolderStep step) {
        if (body != null && !(body.isObject() && body.isEmpty())) {
            throw invalid("", "the body is empty");
        }
        return step;
    }

    private static String subject(@Nullable JsonNode body) {
        return only("to", body)
                .filter(subject -> !subject.isBlank() && subject.length() <= LONGEST_SUBJECT)
                .orElseThrow(() -> invalid("to", "to is the subject of whoever takes the alert over"));
    }

    private static ClosingOutcome outcome(@Nullable JsonNode body) {
        Optional<String> given = only("outcome", body);
        return Arrays.stream(ClosingOutcome.values())
                .filter(outcome -> given.filter(outcome.name()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> invalid(
                        "outcome",
                        Arrays.stream(ClosingOutcome.values())
                                .map(Enum::name)
                                .collect(Collectors.joining(", ", "outcome is one of ", ""))));
    }

    /** The text of the one member that there may be. */
    private static Optional<String> only(String member, @Nullable JsonNode body) {
        if (body != null
                && (!body.isObject() || body.propertyNames().stream().anyMatch(name -> !name.equals(member)))) {
            throw invalid("", "the body is an object whose one member is " + member);
        }
        return Optional.ofNullable(body)
                .map(object -> object.get(member))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    private static ProblemException invalid(String path, String message) {
        return ProblemException.invalid(List.of(new FieldProblem(path, message)));
    }
}
