package io.dorsal.referral.fhir;

import io.dorsal.fhir.Codes;
import io.dorsal.fhir.References;
import io.dorsal.fhir.ReferralStatus;
import io.dorsal.fhir.Subjects;
import io.dorsal.fhir.Systems;
import io.dorsal.referral.lifecycle.AskedEnd;
import io.dorsal.referral.lifecycle.Code;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralState;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.jspecify.annotations.Nullable;

/** How a referral stands, as a task of its queue. The state itself is its business status. */
public final class ReferralTasks {

    private ReferralTasks() {}

    /** The task of a referral. */
    public static Task of(ReferralRecord read, String clinicName) {
        Referral referral = read.referral();
        UUID id = referral.id().value();
        UUID assessment = referral.assessmentId().value();
        String state = referral.state().code();
        Task task = new Task()
                .addIdentifier(References.identifier(id))
                .addBasedOn(References.logical("QuestionnaireResponse", References.identifier(assessment)))
                .setGroupIdentifier(References.identifier(assessment))
                .setStatus(ReferralStatus.ofTask(state))
                .setBusinessStatus(Codes.coded(Systems.REFERRAL_STATE, state))
                .setIntent(TaskIntent.ORDER)
                .setPriority(Codes.taskPriority(referral.urgency()))
                .setCode(Codes.coded(Systems.TASK, "referral", Codes.words("referral")))
                .setFocus(References.to("ServiceRequest", id))
                .setFor(Subjects.of(read.patientReference()))
                .setAuthoredOn(Date.from(referral.routedAt()))
                .setLastModified(Date.from(later(referral.routedAt(), read.changedAt())))
                .setRequester(Parties.clinic(referral.origin().clinicId(), clinicName))
                .setOwner(Parties.queue(referral.queue()));
        task.setId(id.toString());
        task.getMeta().setVersionId(String.valueOf(referral.version())).setLastUpdated(Date.from(read.changedAt()));
        addState(task, referral.state());
        addDue(task, referral.dueAt());
        addToConfirm(task, referral.toConfirm());
        return task;
    }

    /** A task is not modified before it is authored, whatever the clocks say that the two times are of. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void addState(Task task, ReferralState state) {
        switch (state) {
            case ReferralState.Scheduled(Instant at, String site) -> addAppointment(task, at, site);
            case ReferralState.NoShow(Instant at, String site) -> addAppointment(task, at, site);
            case ReferralState.Completed(Code outcome) -> task.setStatusReason(reason(outcome));
            case ReferralState.Returned(Code reason, String advice) ->
                task.setStatusReason(reason(reason)).addNote().setText(advice);
            case ReferralState.Redirected redirected ->
                task.addOutput()
                        .setType(Codes.coded(Systems.TASK, "redirected-to", "Redirected to"))
                        .setValue(Codes.coded(Systems.QUEUE, redirected.to().name()));
            case ReferralState.Routed _,
                    ReferralState.Accepted _,
                    ReferralState.Withdrawn _,
                    ReferralState.Cancelled _ -> {}
        }
    }

    private static void addAppointment(Task task, Instant at, @Nullable String site) {
        task.getExecutionPeriod().setStartElement(time(at));
        if (site != null) {
            task.setLocation(new Reference().setDisplay(site));
        }
    }

    private static void addDue(Task task, @Nullable Instant dueAt) {
        if (dueAt != null) {
            task.getRestriction().getPeriod().setEndElement(time(dueAt));
        }
    }

    /** What a specialist has to answer, so that it is seen by whoever reads the task. */
    private static void addToConfirm(Task task, @Nullable AskedEnd end) {
        if (end != null) {
            task.addInput()
                    .setType(Codes.coded(Systems.TASK, "to-confirm", "To confirm"))
                    .setValue(Codes.coded(Systems.ASKED_END, end.name()));
        }
    }

    static DateTimeType time(Instant time) {
        return new DateTimeType(time.toString());
    }

    private static CodeableConcept reason(Code code) {
        return Codes.coded(Systems.REFERRAL_REASON, code.name(), code.meaning());
    }
}
