package io.dorsal.referral.fhir;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.ReferralStatus;
import io.dorsal.fhir.Systems;
import io.dorsal.referral.lifecycle.ActionName;
import io.dorsal.referral.lifecycle.StateName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads which action an updated task asks for: the one that brings about its status, with what that action takes. Whatever
 * else stands in it is passed over, since clients send back all that they have read.
 */
public final class TaskReader {

    public static final String STATUS = "Task.status";
    static final String BUSINESS_STATUS = "Task.businessStatus";
    static final String REASON = "Task.statusReason";
    static final String NOTE = "Task.note";
    static final String START = "Task.executionPeriod.start";
    static final String LOCATION = "Task.location";
    public static final String OWNER = "Task.owner";

    private static final String STATUSES = Arrays.stream(ActionName.values())
            .flatMap(action -> TaskReader.status(action).stream())
            .map(TaskStatus::toCode)
            .distinct()
            .collect(Collectors.joining(", "));

    private final Task task;
    private final List<Issue> issues = new ArrayList<>();

    private TaskReader(Task task) {
        this.task = task;
    }

    /** What a task asks for. */
    public static TaskReading read(Task task) {
        TaskReader reader = new TaskReader(task);
        reader.checkUnderstood();
        Optional<ActionName> action = reader.action();
        return action.isPresent() && reader.issues.isEmpty()
                ? new TaskReading.Asked(new AskedAction(action.get(), reader.members(action.get())))
                : new TaskReading.Refused(reader.issues);
    }

    /** Where a task has what an action names so. */
    public static @Nullable String expression(String member) {
        return switch (member) {
            case "reason", "outcome" -> REASON;
            case "advice", "comment" -> NOTE;
            case "appointmentAt" -> START;
            case "site" -> LOCATION;
            case "queue" -> OWNER;
            default -> null;
        };
    }

    /** The status that an action brings about; empty where no update asks for it. */
    public static Optional<TaskStatus> status(ActionName action) {
        return switch (action) {
            case ACCEPT -> Optional.of(TaskStatus.ACCEPTED);
            case SCHEDULE -> Optional.of(TaskStatus.INPROGRESS);
            case NO_SHOW -> Optional.of(TaskStatus.ONHOLD);
            case COMPLETE -> Optional.of(TaskStatus.COMPLETED);
            case RETURN -> Optional.of(TaskStatus.REJECTED);
            case REDIRECT, CANCEL, CONFIRM -> Optional.of(TaskStatus.CANCELLED);
            case PAUSE, RESUME -> Optional.empty();
        };
    }

    private void checkUnderstood() {
        if (task.hasModifierExtension()) {
            issues.add(new Issue("extension", "There is a modifierExtension, which is not understood.", "Task"));
        }
        if (task.hasImplicitRules()) {
            issues.add(new Issue("not-supported", "implicitRules are not understood.", "Task.implicitRules"));
        }
    }

    private Optional<ActionName> action() {
        TaskStatus status = task.getStatus();
        Optional<ActionName> action = status == null ? Optional.empty() : action(status);
        if (action.isEmpty()) {
            issues.add(Issue.value("status must be one of " + STATUSES + ".", STATUS));
        } else {
            checkBusinessStatus(status);
        }
        return action;
    }

    private Optional<ActionName> action(TaskStatus status) {
        return status == TaskStatus.CANCELLED
                ? Optional.of(ending())
                : Arrays.stream(ActionName.values())
                        .filter(action -> status(action).filter(status::equals).isPresent())
                        .findFirst();
    }

    /** A clinic gives a reason for which it cancels; a specialist who confirms an end that was asked for needs none. */
    private ActionName ending() {
        if (businessStatus().filter(StateName.REDIRECTED.name()::equals).isPresent()) {
            return ActionName.REDIRECT;
        }
        return task.hasStatusReason() ? ActionName.CANCEL : ActionName.CONFIRM;
    }

    /** It may be the one that was read, or the one to come; another end than the status has would be a contradiction. */
    private void checkBusinessStatus(TaskStatus status) {
        businessStatus().filter(name -> contradicts(name, status)).ifPresent(_ -> {
            issues.add(Issue.value("businessStatus is of another status.", BUSINESS_STATUS));
        });
    }

    private static boolean contradicts(String name, TaskStatus status) {
        Optional<StateName> state = Arrays.stream(StateName.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (state.isEmpty()) {
            return true;
        }
        boolean isEnd = !state.get().isOpen() && state.get() != StateName.RETURNED;
        boolean wasReturned = state.get() == StateName.RETURNED && status != TaskStatus.CANCELLED;
        boolean didNotCome = state.get() == StateName.NO_SHOW && status == TaskStatus.COMPLETED;
        return (isEnd || wasReturned || didNotCome) && ReferralStatus.ofTask(name) != status;
    }

    private Optional<String> businessStatus() {
        return code(task.getBusinessStatus(), Systems.REFERRAL_STATE);
    }

    private Map<String, String> members(ActionName action) {
        Map<String, String> members = new HashMap<>();
        Optional<String> reason = code(task.getStatusReason(), Systems.REFERRAL_REASON);
        switch (action) {
            case SCHEDULE -> {
                put(
                        members,
                        "appointmentAt",
                        task.getExecutionPeriod().getStartElement().getValueAsString());
                put(members, "site", task.getLocation().getDisplay());
            }
            case COMPLETE -> put(members, "outcome", reason.orElse(null));
            case RETURN, CANCEL -> put(members, "reason", reason.orElse(null));
            case REDIRECT -> {
                put(members, "reason", reason.orElse(null));
                put(members, "queue", task.getOwner().getIdentifier().getValue());
            }
            case ACCEPT, NO_SHOW, CONFIRM, PAUSE, RESUME -> {}
        }
        put(members, action == ActionName.RETURN ? "advice" : "comment", note());
        return members;
    }

    private @Nullable String note() {
        return task.hasNote()
                ? task.getNote().stream()
                        .map(Annotation::getText)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"))
                : null;
    }

    private static void put(Map<String, String> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    /** The code of this system, if there is one and no other of it. */
    private static Optional<String> code(CodeableConcept concept, String system) {
        List<String> codes = concept.getCoding().stream()
                .filter(coding -> system.equals(coding.getSystem()))
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return codes.size() == 1 ? Optional.of(codes.getFirst()) : Optional.empty();
    }
}
