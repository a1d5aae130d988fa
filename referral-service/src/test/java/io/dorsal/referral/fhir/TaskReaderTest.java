package io.dorsal.referral.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.fhir.Codes;
import io.dorsal.fhir.Issue;
import io.dorsal.fhir.Systems;
import io.dorsal.referral.lifecycle.ActionName;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which action an updated task asks for, and by what. */
class TaskReaderTest {

    @Test
    void anAppointmentIsTheStartOfItsExecutionAndItsPlace() {
        Task task = task(TaskStatus.INPROGRESS);
        task.getExecutionPeriod().setStartElement(new DateTimeType("2026-03-20T09:00:00+01:00"));
        task.setLocation(new Reference().setDisplay("East wing")).addNote().setText("Fasting.");

        assertThat(asked(task))
                .isEqualTo(new AskedAction(
                        ActionName.SCHEDULE,
                        Map.of(
                                "appointmentAt",
                                "2026-03-20T09:00:00+01:00",
                                "site",
                                "East wing",
                                "comment",
                                "Fasting.")));
    }

    @Test
    void aRejectionHasItsReasonAndTheNoteIsTheAdvice() {
        Task task = task(TaskStatus.REJECTED).setStatusReason(Codes.coded(Systems.REFERRAL_REASON, "WORK_UP_NEEDED"));
        task.addNote().setText("Repeat CRP.");

        assertThat(asked(task))
                .isEqualTo(new AskedAction(
                        ActionName.RETURN, Map.of("reason", "WORK_UP_NEEDED", "advice", "Repeat CRP.")));
    }

    @Test
    void aCompletionHasItsOutcomeAndAPatientWhoDidNotComeNeedsNone() {
        Task seen = task(TaskStatus.COMPLETED).setStatusReason(Codes.coded(Systems.REFERRAL_REASON, "TREATED"));

        assertThat(asked(seen)).isEqualTo(new AskedAction(ActionName.COMPLETE, Map.of("outcome", "TREATED")));
        assertThat(asked(task(TaskStatus.ONHOLD))).isEqualTo(new AskedAction(ActionName.NO_SHOW, Map.of()));
    }

    @Test
    void anEndIsConfirmedCancelledWithAReasonOrARedirect() {
        Task cancelled =
                task(TaskStatus.CANCELLED).setStatusReason(Codes.coded(Systems.REFERRAL_REASON, "SEEN_ELSEWHERE"));
        Task redirected = task(TaskStatus.CANCELLED)
                .setBusinessStatus(Codes.coded(Systems.REFERRAL_STATE, "REDIRECTED"))
                .setStatusReason(Codes.coded(Systems.REFERRAL_REASON, "NO_CAPACITY"))
                .setOwner(new Reference().setIdentifier(new Identifier().setValue("SPINE_SURGERY")));

        assertThat(asked(task(TaskStatus.CANCELLED))).isEqualTo(new AskedAction(ActionName.CONFIRM, Map.of()));
        assertThat(asked(cancelled)).isEqualTo(new AskedAction(ActionName.CANCEL, Map.of("reason", "SEEN_ELSEWHERE")));
        assertThat(asked(redirected))
                .isEqualTo(new AskedAction(
                        ActionName.REDIRECT, Map.of("reason", "NO_CAPACITY", "queue", "SPINE_SURGERY")));
    }

    @Test
    void aReasonOfAnotherSystemIsNone() {
        Task task = task(TaskStatus.COMPLETED).setStatusReason(Codes.coded("urn:another", "TREATED"));

        assertThat(asked(task).members()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {"ACCEPTED", "INPROGRESS", "ONHOLD", "COMPLETED", "REJECTED", "CANCELLED"},
            mode = EnumSource.Mode.EXCLUDE)
    void aStatusThatNoActionBringsAboutIsRefused(TaskStatus status) {
        assertThat(refused(task(status)))
                .containsExactly(Issue.value(
                        "status must be one of accepted, in-progress, completed, rejected, cancelled, on-hold.",
                        "Task.status"));
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED, COMPLETED", "COMPLETED, NO_SHOW", "REJECTED, CANCELLED", "ACCEPTED, NEVER_HEARD_OF"})
    void aBusinessStatusOfAnotherStatusIsRefused(TaskStatus status, String state) {
        Task task = task(status).setBusinessStatus(Codes.coded(Systems.REFERRAL_STATE, state));

        assertThat(refused(task)).extracting(Issue::expression).containsExactly("Task.businessStatus");
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED, ROUTED", "INPROGRESS, NO_SHOW", "CANCELLED, RETURNED", "REJECTED, RETURNED"})
    void aBusinessStatusThatWasReadOrIsToComeIsNone(TaskStatus status, String state) {
        Task task = task(status).setBusinessStatus(Codes.coded(Systems.REFERRAL_STATE, state));

        assertThat(TaskReader.read(task)).isInstanceOf(TaskReading.Asked.class);
    }

    @Test
    void whatChangesTheMeaningIsNotPassedOver() {
        Task task = task(TaskStatus.ACCEPTED);
        task.addModifierExtension().setUrl("urn:not");

        assertThat(refused(task)).extracting(Issue::code).containsExactly("extension");
    }

    private static Task task(TaskStatus status) {
        return new Task().setStatus(status);
    }

    private static AskedAction asked(Task task) {
        return ((TaskReading.Asked) TaskReader.read(task)).action();
    }

    private static List<Issue> refused(Task task) {
        return ((TaskReading.Refused) TaskReader.read(task)).issues();
    }
}
