package io.dorsal.notification.alert;

import static io.dorsal.notification.alert.DecisionBuilder.aDecision;
import static io.dorsal.notification.alert.DecisionBuilder.anEmergency;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.SomePolicies;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseFileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private final Policies policies = SomePolicies.inTwoSteps();
    private final AssessmentId id = new AssessmentId(UUID.randomUUID());
    private CaseFile file = CaseFile.empty(id);

    @Test
    void anEmergencyRaisesAnAlertUnderTheIdThatEverybodyArrivesAt() {
        Learning learning = learn(anEmergency());

        assertThat(learning.changes()).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(What.RAISED);
            assertThat(change.alert().id()).isEqualTo(AlertId.of(id, 1));
            assertThat(change.alert().cause().kind()).isEqualTo(AlertKind.EMERGENCY);
            assertThat(change.alert().cause().rules()).containsExactly("CES-1");
            assertThat(change.alert().cause().headline()).isEqualTo("title of CES-1");
        });
    }

    @Test
    void theSameDecisionAgainChangesNothing() {
        learn(anEmergency());

        assertThat(learn(anEmergency()).changes()).isEmpty();
    }

    @Test
    void aNewerRevisionThatIsNoEmergencyRaisesNothing() {
        assertThat(learn(aDecision(Urgency.URGENT, "NEURO-2").revision(2)).changes())
                .isEmpty();
    }

    @Test
    void aNewerRevisionLowersTheUrgencyVisiblyAndClosesNothing() {
        learn(anEmergency());

        Learning learning = learn(aDecision(Urgency.ROUTINE, "DEFAULT-1").revision(2));

        assertThat(learning.changes()).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(What.ANNOTATED);
            assertThat(change.alert().cause().urgency()).isEqualTo(Urgency.ROUTINE);
            assertThat(change.alert().cause().rules()).containsExactly("CES-1");
            assertThat(change.alert().state().name()).isEqualTo(StateName.NOTIFYING);
        });
    }

    @Test
    void anOlderRevisionNeverOverwritesANewerOne() {
        learn(anEmergency().revision(3));

        Learning learning = learn(aDecision(Urgency.ROUTINE, "DEFAULT-1").revision(2));

        assertThat(learning.changes()).isEmpty();
        assertThat(alert().cause().urgency()).isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    void anEmergencyThatArrivesAfterANewerHarmlessRevisionStillReachesAHuman() {
        learn(aDecision(Urgency.SOON, "AGE-1").revision(2));

        learn(anEmergency().revision(1));

        assertThat(alert().cause().rules()).containsExactly("CES-1");
        assertThat(alert().cause().urgency()).isEqualTo(Urgency.SOON);
        assertThat(alert().cause().revision()).isEqualTo(2);
    }

    @Test
    void aNewEmergencyRuleOnAnAcknowledgedAlertIsNewsForItsHolder() {
        learn(anEmergency());
        acknowledge("ada");

        Learning learning = learn(anEmergency().revision(2).rules("CES-1", "NEURO-1"));

        assertThat(learning.changes()).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(What.NEW_EMERGENCY);
            assertThat(change.alert().hold()).map(Hold::by).contains("ada");
            assertThat(change.alert().cause().rules()).containsExactly("CES-1", "NEURO-1");
        });
    }

    @Test
    void anEmergencyOfANewerRevisionOpensTheNextEpisodeOfAClosedAlert() {
        learn(anEmergency());
        close();

        learn(anEmergency().revision(2));

        assertThat(alert().id()).isEqualTo(AlertId.of(id, 2));
        assertThat(alert().episode()).isEqualTo(2);
        assertThat(alert().isOpen()).isTrue();
    }

    @Test
    void whatAClosedAlertKnewOpensNothing() {
        learn(anEmergency());
        close();

        assertThat(learn(anEmergency()).changes()).isEmpty();
        assertThat(learn(aDecision(Urgency.SOON, "AGE-1").revision(2)).changes())
                .isEmpty();
    }

    @Test
    void anOlderRevisionWithARuleThatAClosedAlertDidNotKnowOpensTheNextEpisode() {
        learn(anEmergency().revision(2));
        close();

        learn(anEmergency().revision(1).rules("INFECTION-1"));

        assertThat(alert().episode()).isEqualTo(2);
        assertThat(alert().cause().rules()).containsExactly("INFECTION-1");
    }

    @Test
    void ofTwoBodiesTheMoreUrgentCountsAndOperationsAreTold() {
        learn(anEmergency().body("a"));

        Learning learning = learn(aDecision(Urgency.ROUTINE, "DEFAULT-1").body("b"));

        assertThat(learning.oddities()).containsExactly(Oddity.TWO_BODIES);
        assertThat(learning.changes()).isEmpty();
        assertThat(alert().cause().urgency()).isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    void ofTwoBodiesTheMoreUrgentCountsAlsoWhenItComesSecond() {
        learn(aDecision(Urgency.ROUTINE, "DEFAULT-1").revision(2).body("a"));

        learn(anEmergency().revision(2).body("b"));

        assertThat(alert().cause().urgency()).isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    void anUrgencyThatIsNotKnownIsAnEmergencyAndReported() {
        Learning learning = learn(aDecision(Urgency.UNRECOGNISED, "NEW-1"));

        assertThat(learning.oddities()).containsExactly(Oddity.UNRECOGNISED_URGENCY);
        assertThat(learning.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.alert().cause().kind()).isEqualTo(AlertKind.EMERGENCY));
    }

    @Test
    void aRecordThatCouldNotBeProcessedIsAPossibleEmergency() {
        suspect();

        assertThat(alert().cause().kind()).isEqualTo(AlertKind.POSSIBLE_EMERGENCY);
        assertThat(alert().id()).isEqualTo(AlertId.of(id, 1));
    }

    @Test
    void aSuspicionAboutAnAssessmentWithAnOpenAlertRaisesNoSecondOneAndIsNewsForItsHolder() {
        learn(anEmergency());
        acknowledge("ada");

        assertThat(suspect().changes()).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(What.SUSPECTED);
            assertThat(change.alert().id()).isEqualTo(AlertId.of(id, 1));
            assertThat(change.alert().hold()).map(Hold::by).contains("ada");
        });
    }

    @Test
    void anAlertOfUnknownOriginBelongsToTheNetworkOfTheFirstDecisionAndItsPeopleAreToldAtOnce() {
        suspect();
        assertThat(alert().origin()).isEqualTo(Origin.UNKNOWN);

        learn(aDecision(Urgency.SOON, "AGE-1").revision(2));

        assertThat(alert().origin()).isEqualTo(new Origin("north", "metro", false));
        assertThat(alert().nextAt()).contains(NOW);
    }

    @Test
    void anOriginThatIsKnownIsNeverChanged() {
        learn(anEmergency());

        Suspicion elsewhere = new Suspicion(
                new SourcePosition("intake.assessments.v1", 0, 7), new Origin("harbor", "coast", false), "odd");

        assertThat(file.suspect(elsewhere, policies, NOW)
                        .file()
                        .latestAlert()
                        .orElseThrow()
                        .origin())
                .isEqualTo(new Origin("north", "metro", false));
    }

    @Test
    void aSuspicionThatProvesTrueIsAnEmergencyAndNewsForItsHolder() {
        suspect();
        acknowledge("ada");

        Learning learning = learn(anEmergency());

        assertThat(learning.changes()).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(What.NEW_EMERGENCY);
            assertThat(change.alert().cause().kind()).isEqualTo(AlertKind.EMERGENCY);
        });
    }

    private Learning learn(DecisionBuilder decision) {
        Learning learning = file.learn(decision.of(id).build(), policies, NOW);
        file = learning.file();
        return learning;
    }

    private Learning suspect() {
        Suspicion suspicion = new Suspicion(
                new SourcePosition("intake.assessments.v1", 0, 7), Origin.UNKNOWN, "could not be processed");
        Learning learning = file.suspect(suspicion, policies, NOW);
        file = learning.file();
        return learning;
    }

    private Alert alert() {
        return file.latestAlert().orElseThrow();
    }

    private void acknowledge(String by) {
        Acknowledging.Taken taken = (Acknowledging.Taken) alert().acknowledge(by, SomePolicies.LIMITS, NOW);
        file = new CaseFile(id, file.revisions(), taken.change().alert());
    }

    private void close() {
        Alert alert = alert();
        AlertState closed = new AlertState.Closed(new Hold("ada", NOW), NOW, ClosingOutcome.HANDED_OVER);
        file = new CaseFile(
                id,
                file.revisions(),
                new Alert(
                        alert.id(),
                        id,
                        alert.episode(),
                        alert.origin(),
                        alert.cause(),
                        closed,
                        alert.turn(),
                        alert.version() + 1,
                        alert.raisedAt(),
                        alert.deliveredAt()));
    }
}
