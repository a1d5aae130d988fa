package io.dorsal.intake.fhir;

import io.dorsal.fhir.Codes;
import io.dorsal.fhir.References;
import io.dorsal.fhir.ReferralStatus;
import io.dorsal.fhir.Systems;
import io.dorsal.intake.view.Fact.AlertChanged;
import io.dorsal.intake.view.Fact.ReferralChanged;
import io.dorsal.intake.view.Standing;
import io.dorsal.intake.view.Status;
import io.dorsal.rules.decision.Urgency;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** How triage, a referral or an alert stands, as a task. The state itself is its business status. */
final class Tasks {

    private Tasks() {}

    static Task of(Outcome outcome, ReferralChanged referral) {
        Task task = task(outcome, referral.referralId(), referral.version(), "referral")
                .setStatus(ReferralStatus.ofTask(referral.state()))
                .setBusinessStatus(Codes.coded(Systems.REFERRAL_STATE, referral.state()))
                .setPriority(Codes.taskPriority(referral.urgency()))
                .setFocus(References.to("ServiceRequest", referral.referralId()));
        if (referral.reason() != null) {
            task.setStatusReason(Codes.coded(Systems.REFERRAL_REASON, referral.reason()));
        }
        if (referral.dueAt() != null) {
            task.getRestriction()
                    .getPeriod()
                    .setEndElement(new DateTimeType(referral.dueAt().toString()));
        }
        if (referral.advice() != null) {
            task.addNote().setText(referral.advice());
        }
        return task;
    }

    static Task of(Outcome outcome, AlertChanged alert) {
        return task(outcome, alert.alertId(), alert.version(), "alert")
                .setStatus(alertStatus(alert.state()))
                .setBusinessStatus(Codes.coded(Canonical.ALERT_STATE, alert.state()))
                .setPriority(Codes.taskPriority(Urgency.EMERGENCY))
                .setFocus(outcome.subjectMatter())
                .setAuthoredOn(Date.from(alert.raisedAt()));
    }

    /** The task of the assessment's own id: without it, who waits for a decision would wait in vain where there is none. */
    static Task ofTriage(Outcome outcome, Standing standing) {
        Status status = standing.status();
        Task task = task(outcome, outcome.assessmentId(), standing.revision(), "triage")
                .setStatus(triageStatus(status))
                .setBusinessStatus(Codes.coded(Canonical.ASSESSMENT_STATUS, status.name()))
                .setFocus(outcome.response());
        task.getMeta().setVersionId(standing.revision() + "-" + status);
        standing.urgency().ifPresent(urgency -> {
            task.setPriority(Codes.taskPriority(urgency));
            task.addOutput()
                    .setType(Codes.coded(Systems.TASK, "decision", Codes.words("decision")))
                    .setValue(outcome.decision());
        });
        if (status == Status.PARKED) {
            task.setPriority(TaskPriority.STAT)
                    .addNote()
                    .setText("It could not be processed. Staff were told; judge the patient yourself.");
        }
        return task;
    }

    private static Task task(Outcome outcome, UUID id, long version, String kind) {
        Task task = new Task()
                .addIdentifier(References.identifier(id))
                .addBasedOn(outcome.response())
                .setIntent(TaskIntent.ORDER)
                .setCode(Codes.coded(Systems.TASK, kind, Codes.words(kind)))
                .setFor(outcome.subject());
        task.setId(id.toString());
        task.getMeta().setVersionId(String.valueOf(version));
        return task;
    }

    private static TaskStatus triageStatus(Status status) {
        return switch (status) {
            case SUBMITTED -> TaskStatus.REQUESTED;
            case TRIAGED -> TaskStatus.COMPLETED;
            case PARKED -> TaskStatus.FAILED;
        };
    }

    private static TaskStatus alertStatus(String state) {
        return switch (state) {
            case "ACKNOWLEDGED" -> TaskStatus.ACCEPTED;
            case "PATIENT_CONTACTED" -> TaskStatus.INPROGRESS;
            case "CLOSED" -> TaskStatus.COMPLETED;
            default -> TaskStatus.REQUESTED;
        };
    }
}
