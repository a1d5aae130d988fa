package io.dorsal.intake.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.view.Fact.AlertChanged;
import io.dorsal.intake.view.Fact.Decided;
import io.dorsal.intake.view.Fact.Parked;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final UUID ID = UUID.fromString("018f2b1e-7c00-7000-8000-000000000001");
    private static final Origin NORTH = new Origin("north", "metro", false);
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    @Test
    void whatNobodyDecidedIsSubmitted() {
        Standing standing = standing(submitted(1, "a", NOON));

        assertThat(standing.status()).isEqualTo(Status.SUBMITTED);
        assertThat(standing.urgency()).isEmpty();
    }

    @Test
    void aDecisionThatComesBeforeItsSubmissionStands() {
        Standing standing = standing(decided(1, "a", Urgency.URGENT));

        assertThat(standing.status()).isEqualTo(Status.TRIAGED);
        assertThat(standing.revision()).isEqualTo(1);
        assertThat(standing.receivedAt()).contains(NOON);
        assertThat(standing.submission()).isEmpty();
    }

    @Test
    void anAmendedAssessmentIsSubmittedAgainAndKeepsItsOlderDecisionInSight() {
        Standing standing = standing(submitted(1, "a", NOON), decided(1, "a", Urgency.SOON), submitted(2, "b", LATER));

        assertThat(standing.status()).isEqualTo(Status.SUBMITTED);
        assertThat(standing.revision()).isEqualTo(2);
        assertThat(standing.urgency()).contains(Urgency.SOON);
        assertThat(standing.receivedAt()).contains(LATER);
        assertThat(standing.firstReceivedAt()).contains(NOON);
    }

    @Test
    void aNewerRevisionMayLowerTheUrgency() {
        Standing standing = standing(decided(2, "b", Urgency.ROUTINE), decided(1, "a", Urgency.EMERGENCY));

        assertThat(standing.urgency()).contains(Urgency.ROUTINE);
    }

    @Test
    void answersOfAnOlderRevisionAreNotShownAsTheNewest() {
        Standing standing = standing(submitted(1, "a", NOON), decided(2, "b", Urgency.SOON));

        assertThat(standing.submission()).isEmpty();
    }

    @Test
    void ofTwoBodiesTheMoreUrgentStandsWithItsAnswersAndItsPatient() {
        Standing standing = standing(
                submitted(1, "mild", NOON),
                new Referenced(ID, 1, NOON, "patient of the mild body"),
                submitted(1, "grave", LATER),
                new Referenced(ID, 1, LATER, "patient of the grave body"),
                decided(1, "mild", Urgency.SELF_CARE),
                decided(1, "grave", Urgency.EMERGENCY, LATER));

        assertThat(standing.urgency()).contains(Urgency.EMERGENCY);
        assertThat(standing.submission()).map(Submitted::body).contains(new Body(1, "grave"));
        assertThat(standing.patientReference()).contains("patient of the grave body");
        assertThat(standing.hasConflict()).isTrue();
    }

    @Test
    void ofTwoEquallyUrgentBodiesTheSmallerHashStandsAsInEveryService() {
        Standing standing = standing(
                submitted(1, "b", NOON),
                new Referenced(ID, 1, NOON, "patient of b"),
                submitted(1, "a", LATER),
                new Referenced(ID, 1, LATER, "patient of a"),
                decided(1, "b", Urgency.SOON, NOON),
                decided(1, "a", Urgency.SOON, LATER));

        assertThat(standing.decision()).map(Decided::body).contains(new Body(1, "a"));
        assertThat(standing.patientReference()).contains("patient of a");
    }

    @Test
    void theDecisionNamesItsPatientAlsoBeforeItsSubmissionIsKnown() {
        Standing standing = standing(
                submitted(1, "mild", NOON),
                new Referenced(ID, 1, NOON, "patient of the mild body"),
                new Referenced(ID, 1, LATER, "patient of the grave body"),
                decided(1, "grave", Urgency.EMERGENCY, LATER));

        assertThat(standing.patientReference()).contains("patient of the grave body");
    }

    @Test
    void aReferenceThatCameBeforeItsAmendmentIsPairedWithinItsOwnRevision() {
        Standing standing = standing(
                submitted(1, "mild", NOON),
                decided(1, "mild", Urgency.SOON, NOON),
                new Referenced(ID, 1, NOON, "patient of the mild body"),
                new Referenced(ID, 1, LATER, "another"),
                submitted(2, "amended", LATER));

        assertThat(standing.patientReference()).contains("patient of the mild body");
    }

    @Test
    void twoPatientsUnderOneRevisionAreAConflictThoughTheirAnswersAreEqual() {
        Standing standing = standing(
                submitted(1, "a", NOON),
                new Referenced(ID, 1, NOON, "one patient"),
                submitted(1, "a", LATER),
                new Referenced(ID, 1, LATER, "another patient"));

        assertThat(standing.hasConflict()).isTrue();
        assertThat(standing.patientReference()).contains("one patient");
    }

    @Test
    void twoPatientsAreAConflictBeforeAnySubmissionIsKnown() {
        assertThat(standing(new Referenced(ID, 1, NOON, "one"), new Referenced(ID, 1, NOON, "another"))
                        .hasConflict())
                .isTrue();
    }

    @Test
    void aPatientWhoIsToldTwiceOrCorrectedByAnAmendmentIsNoConflict() {
        assertThat(standing(
                                new Referenced(ID, 1, NOON, "one"),
                                new Referenced(ID, 1, LATER, "one"),
                                new Referenced(ID, 2, LATER, "corrected"))
                        .hasConflict())
                .isFalse();
    }

    @Test
    void theSameBodyTwiceIsNoConflictAndWasReceivedWhenItFirstWas() {
        Standing standing = standing(submitted(1, "a", LATER), submitted(1, "a", NOON), decided(1, "a", Urgency.SOON));

        assertThat(standing.hasConflict()).isFalse();
        assertThat(standing.receivedAt()).contains(NOON);
    }

    @Test
    void whatTriageCouldNotProcessIsParked() {
        assertThat(standing(submitted(1, "a", NOON), new Parked(ID, 1, LATER)).status())
                .isEqualTo(Status.PARKED);
    }

    @Test
    void whatTriageCouldNotEvenReadIsParked() {
        assertThat(standing(submitted(1, "a", NOON), new Parked(ID, Parked.UNREADABLE, LATER))
                        .status())
                .isEqualTo(Status.PARKED);
    }

    @Test
    void anAmendmentThatTriageCouldNotReadIsParkedThoughTheRevisionBeforeIsDecided() {
        Standing standing = standing(
                submitted(1, "a", NOON),
                decided(1, "a", Urgency.ROUTINE),
                new Parked(ID, Parked.UNREADABLE, LATER.plusMillis(1)));

        assertThat(standing.status()).isEqualTo(Status.PARKED);
        assertThat(standing.urgency()).contains(Urgency.ROUTINE);
    }

    @Test
    void whatCouldNotBeReadAndWasDecidedAfterAllIsTriaged() {
        Standing standing = standing(new Parked(ID, Parked.UNREADABLE, NOON), decided(1, "a", Urgency.ROUTINE));

        assertThat(standing.status()).isEqualTo(Status.TRIAGED);
    }

    @Test
    void whatIsSubmittedAfterAnUnreadableRevisionWasDecidedAfterAllIsNotParked() {
        Standing standing = standing(
                new Parked(ID, Parked.UNREADABLE, NOON),
                decided(1, "a", Urgency.ROUTINE),
                submitted(2, "b", LATER.plusSeconds(60)));

        assertThat(standing.status()).isEqualTo(Status.SUBMITTED);
    }

    @Test
    void aParkedRevisionThatIsDecidedAfterAllIsTriaged() {
        Standing standing =
                standing(submitted(1, "a", NOON), new Parked(ID, 1, LATER), decided(1, "a", Urgency.ROUTINE));

        assertThat(standing.status()).isEqualTo(Status.TRIAGED);
    }

    @Test
    void aNewRevisionIsNoLongerParked() {
        assertThat(standing(submitted(1, "a", NOON), new Parked(ID, 1, LATER), submitted(2, "b", LATER))
                        .status())
                .isEqualTo(Status.SUBMITTED);
    }

    @Test
    void theAlertOfTheNewestEpisodeIsShown() {
        AlertChanged first = new AlertChanged(ID, new UUID(0, 9), 7, 1, "CLOSED", NOON, null);
        AlertChanged second = new AlertChanged(ID, new UUID(0, 1), 1, 2, "NOTIFYING", LATER, null);

        assertThat(standing(second, first).alert()).contains(second);
    }

    @Test
    void anUndecidedRevisionWaitsForItsDecisionSinceItsAcceptance() {
        Standing amended = standing(submitted(1, "a", NOON), decided(1, "a", Urgency.SOON), submitted(2, "b", LATER));

        assertThat(amended.waitingSince(Stage.DECISION)).contains(LATER);
    }

    @Test
    void neitherADecidedNorAParkedRevisionWaitsForADecision() {
        assertThat(standing(submitted(1, "a", NOON), decided(1, "a", Urgency.SOON))
                        .waitingSince(Stage.DECISION))
                .isEmpty();
        assertThat(standing(submitted(1, "a", NOON), new Parked(ID, 1, LATER)).waitingSince(Stage.DECISION))
                .isEmpty();
    }

    @Test
    void anEmergencyWaitsForItsAlertEvenOnceItIsAmendedToNone() {
        Standing amended = standing(decided(1, "a", Urgency.EMERGENCY), decided(2, "b", Urgency.ROUTINE, LATER));

        assertThat(amended.waitingSince(Stage.ALERT)).contains(NOON);
    }

    @Test
    void whatIsParkedWaitsForItsAlertAndWhatIsNoEmergencyDoesNot() {
        assertThat(standing(submitted(1, "a", NOON), new Parked(ID, 1, LATER)).waitingSince(Stage.ALERT))
                .contains(LATER);
        assertThat(standing(decided(1, "a", Urgency.URGENT)).waitingSince(Stage.ALERT))
                .isEmpty();
    }

    @Test
    void anAlertWaitsForSomebodyWhileItNotifies() {
        Standing raised = standing(decided(1, "a", Urgency.EMERGENCY), alert(1, "NOTIFYING"));
        Standing taken = standing(decided(1, "a", Urgency.EMERGENCY), alert(1, "NOTIFYING"), alert(2, "ACKNOWLEDGED"));

        assertThat(raised.waitingSince(Stage.ALERT)).isEmpty();
        assertThat(raised.waitingSince(Stage.ACKNOWLEDGEMENT)).contains(LATER);
        assertThat(taken.waitingSince(Stage.ACKNOWLEDGEMENT)).isEmpty();
    }

    private static AlertChanged alert(long version, String state) {
        return new AlertChanged(ID, new UUID(0, 1), version, 1, state, LATER, null);
    }

    private static Standing standing(Fact... facts) {
        return Standing.of(AssessmentView.unknown(ID).withAll(List.of(facts)));
    }

    private static Submitted submitted(int revision, String hash, Instant at) {
        return new Submitted(ID, new Body(revision, hash), NORTH, Lane.INTERACTIVE, Channel.REST, at, null, null, "{}");
    }

    private static Decided decided(int revision, String hash, Urgency urgency) {
        return decided(revision, hash, urgency, NOON);
    }

    private static Decided decided(int revision, String hash, Urgency urgency, Instant received) {
        return new Decided(ID, new Body(revision, hash), NORTH, ID, urgency, received, LATER, "{}");
    }
}
