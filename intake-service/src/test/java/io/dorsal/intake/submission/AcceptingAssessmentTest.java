package io.dorsal.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.submission.Acceptance.Accepted;
import io.dorsal.intake.submission.Acceptance.KeyReused;
import io.dorsal.intake.submission.Acceptance.PatientErased;
import io.dorsal.intake.submission.Acceptance.Unacknowledged;
import io.dorsal.intake.view.Body;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.intake.view.FirstSight;
import io.dorsal.testsupport.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptingAssessmentTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("key");

    private final SettableClock clock = new SettableClock();
    private final FakeStore store = new FakeStore();
    private final FakeAnnouncements announcements = new FakeAnnouncements();
    private final FakeFirstSight firstSight = new FakeFirstSight();
    private final AcceptingAssessment accepting = new AcceptingAssessment(
            new RecentReservations(store, clock), announcements, firstSight, SomeAccepted.JSON, clock);

    @Test
    void whatTheBrokerAcknowledgesIsAcceptedAndShown() {
        Acceptance acceptance = accepting.accept(SomeAccepted.submission("key", "patient", 4));

        assertThat(acceptance)
                .isEqualTo(new Accepted(new Receipt(KEY.assessmentId("north"), 1, "north", clock.instant())));
        assertThat(announcements.sent).hasSize(1);
        assertThat(firstSight.shown).hasSize(1);
        assertThat(firstSight.reservedFor)
                .containsExactly(announcements.sent.getFirst().fingerprint().requestHash());
    }

    @Test
    void whatTheBrokerDoesNotAcknowledgeIsNotShownAndMayBeTriedAgainUnderItsKey() {
        announcements.acknowledging = false;

        Acceptance acceptance = accepting.accept(SomeAccepted.submission("key", "patient", 4));

        assertThat(acceptance).isEqualTo(new Unacknowledged(KEY.assessmentId("north"), KEY));
        assertThat(firstSight.shown).isEmpty();
    }

    @Test
    void theRetryOfWhatWasNotAcknowledgedIsSentAgainAsItWasReceivedFirst() {
        Instant first = clock.instant();
        announcements.acknowledging = false;
        accepting.accept(SomeAccepted.submission("key", "patient", 4));
        announcements.acknowledging = true;
        clock.advance(Duration.ofSeconds(7));

        Acceptance acceptance = accepting.accept(SomeAccepted.submission("key", "patient", 4));

        assertThat(acceptance).isEqualTo(new Accepted(new Receipt(KEY.assessmentId("north"), 1, "north", first)));
        assertThat(announcements.sent)
                .extracting(AcceptedAssessment::receivedAt)
                .containsExactly(first, first);
    }

    @Test
    void theRetryTellsTheSameCountAsTheFirst() {
        store.countEarlier(1);
        announcements.acknowledging = false;
        accepting.accept(SomeAccepted.submission("key", "patient", 4));
        store.countEarlier(2);

        accepting.accept(SomeAccepted.submission("key", "patient", 4));

        assertThat(announcements.sent)
                .extracting(AcceptedAssessment::previousAssessments)
                .containsExactly(1, 1);
    }

    @Test
    void whatCouldNotBeCountedAtFirstIsSentAgainWithoutACount() {
        store.countEarlier(2);
        store.goAway();
        announcements.acknowledging = false;
        accepting.accept(SomeAccepted.submission("key", "patient", 4));
        store.comeBack();

        accepting.accept(SomeAccepted.submission("key", "patient", 4));
        accepting.accept(SomeAccepted.submission("key", "patient", 4));

        assertThat(announcements.sent)
                .extracting(AcceptedAssessment::previousAssessments)
                .containsExactly(null, null, null);
    }

    @Test
    void aRepeatOfWhatWasAcknowledgedIsNotSentAgain() {
        Acceptance first = accepting.accept(SomeAccepted.submission("key", "patient", 4));
        clock.advance(Duration.ofSeconds(7));

        assertThat(accepting.accept(SomeAccepted.submission("key", "patient", 4)))
                .isEqualTo(first);
        assertThat(announcements.sent).hasSize(1);
    }

    @Test
    void anotherBodyOrPatientUnderTheKeyIsRefused() {
        accepting.accept(SomeAccepted.submission("key", "patient", 4));

        assertThat(accepting.accept(SomeAccepted.submission("key", "patient", 5)))
                .isEqualTo(new KeyReused());
        assertThat(accepting.accept(SomeAccepted.submission("key", "another", 4)))
                .isEqualTo(new KeyReused());
        assertThat(announcements.sent).hasSize(1);
    }

    @Test
    void withoutTheStoreItIsAcceptedAndNotShown() {
        store.goAway();

        assertThat(accepting.accept(SomeAccepted.submission("key", "patient", 4)))
                .isInstanceOf(Accepted.class);
        assertThat(firstSight.shown).isEmpty();
    }

    @Test
    void nothingIsSentAboutAnErasedPatient() {
        store.erase(SomeAccepted.accepted("key", "patient", 4, clock.instant()));

        assertThat(accepting.accept(SomeAccepted.submission("key", "patient", 4)))
                .isEqualTo(new PatientErased());
        assertThat(announcements.sent).isEmpty();
    }

    private static final class FakeAnnouncements implements Announcements {

        private final List<AcceptedAssessment> sent = new ArrayList<>();
        private boolean acknowledging = true;

        @Override
        public boolean announce(AcceptedAssessment accepted) {
            sent.add(accepted);
            return acknowledging;
        }
    }

    private static final class FakeFirstSight implements FirstSight {

        private final List<Body> shown = new ArrayList<>();
        private final List<String> reservedFor = new ArrayList<>();

        @Override
        public void show(Submitted submitted, Referenced referenced, String requestHash) {
            shown.add(submitted.body());
            reservedFor.add(requestHash);
        }
    }
}
