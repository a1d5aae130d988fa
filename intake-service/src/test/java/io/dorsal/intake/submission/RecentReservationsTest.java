package io.dorsal.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.submission.Reservations.Reservation;
import io.dorsal.intake.submission.Reservations.Reservation.Another;
import io.dorsal.intake.submission.Reservations.Reservation.Erased;
import io.dorsal.intake.submission.Reservations.Reservation.First;
import io.dorsal.intake.submission.Reservations.Reservation.Same;
import io.dorsal.intake.submission.Reservations.Reservation.Unknown;
import io.dorsal.testsupport.time.SettableClock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentReservationsTest {

    private final SettableClock clock = new SettableClock();
    private final FakeStore store = new FakeStore();
    private final RecentReservations reservations = new RecentReservations(store, clock);

    @Test
    void theFirstOfAKeyIsTheFirst() {
        assertThat(reservations.reserve(submitted("key", "patient", 4))).isEqualTo(new First(null));
    }

    @Test
    void aRepeatIsAnsweredAsTheFirstWas() {
        AcceptedAssessment first = submitted("key", "patient", 4);
        reservations.reserve(first);
        reservations.announced(first);
        clock.advance(Duration.ofSeconds(30));

        assertThat(reservations.reserve(submitted("key", "patient", 4)))
                .isEqualTo(new Same(first.receivedAt(), true, null));
    }

    @Test
    void whatMayNotHaveBeenSentIsToldSo() {
        AcceptedAssessment first = submitted("key", "patient", 4);
        reservations.reserve(first);

        assertThat(reservations.reserve(submitted("key", "patient", 4)))
                .isEqualTo(new Same(first.receivedAt(), false, null));
    }

    @Test
    void anotherBodyUnderTheKeyIsAnother() {
        reservations.reserve(submitted("key", "patient", 4));

        assertThat(reservations.reserve(submitted("key", "patient", 5))).isEqualTo(new Another());
        assertThat(reservations.reserve(submitted("key", "another patient", 4))).isEqualTo(new Another());
    }

    @Test
    void withoutTheStoreARepeatIsStillAnsweredAsTheFirstWas() {
        store.goAway();
        AcceptedAssessment first = submitted("key", "patient", 4);

        assertThat(reservations.reserve(first)).isEqualTo(new Unknown());
        reservations.announced(first);
        clock.advance(Duration.ofSeconds(1));

        assertThat(reservations.reserve(submitted("key", "patient", 4)))
                .isEqualTo(new Same(first.receivedAt(), true, null));
        assertThat(reservations.reserve(submitted("key", "patient", 5))).isEqualTo(new Another());
    }

    @Test
    void aStoreThatIsBackIsToldByTheRepeatAsTheFirstWasReceived() {
        store.goAway();
        AcceptedAssessment first = submitted("key", "patient", 4);
        reservations.reserve(first);
        store.comeBack();
        clock.advance(Duration.ofSeconds(1));

        assertThat(reservations.reserve(submitted("key", "patient", 4)))
                .isEqualTo(new Same(first.receivedAt(), false, null));
        assertThat(store.reserve(submitted("key", "patient", 4))).isEqualTo(new Same(first.receivedAt(), false, null));
    }

    @Test
    void whatAnotherInstanceAcceptedMeanwhileIsAnother() {
        store.goAway();
        reservations.reserve(submitted("key", "patient", 4));
        store.comeBack();
        store.reserve(submitted("key", "patient of another instance", 9));

        assertThat(reservations.reserve(submitted("key", "patient", 4))).isEqualTo(new Another());
    }

    @Test
    void whatWasReservedForAnotherIsComparedByTheStoreEachTime() {
        store.reserve(submitted("key", "patient", 9));

        assertThat(reservations.reserve(submitted("key", "patient", 4))).isEqualTo(new Another());
        assertThat(reservations.reserve(submitted("key", "patient", 9))).isInstanceOf(Same.class);
        assertThat(reservations.reserve(submitted("key", "patient", 4))).isEqualTo(new Another());
    }

    @Test
    void anErasureIsNoticedByTheRepeatAlsoOfWhatWasAnnounced() {
        AcceptedAssessment first = submitted("key", "patient", 4);
        reservations.reserve(first);
        reservations.announced(first);
        store.erase(first);

        assertThat(reservations.reserve(submitted("key", "patient", 4))).isEqualTo(new Erased());
    }

    @Test
    void whoIsErasedIsForgottenAlsoWhileTheStoreIsAway() {
        AcceptedAssessment first = submitted("key", "patient", 4);
        reservations.reserve(first);
        store.goAway();

        reservations.forget(first.assessmentId());

        assertThat(reservations.reserve(submitted("key", "patient", 5))).isEqualTo(new Unknown());
    }

    @Test
    void whatWasAnsweredAsAcceptedStaysSoWhateverAnotherInstanceAcceptedMeanwhile() {
        store.goAway();
        AcceptedAssessment first = submitted("key", "patient", 4);
        reservations.reserve(first);
        reservations.announced(first);
        store.comeBack();
        store.reserve(submitted("key", "patient of another instance", 9));

        assertThat(reservations.reserve(submitted("key", "patient", 4)))
                .isEqualTo(new Same(first.receivedAt(), true, null));
    }

    @Test
    void whatIsOldIsForgottenAlsoWhereNobodyComes() {
        store.goAway();
        reservations.reserve(submitted("key", "patient", 4));
        clock.advance(Duration.ofMinutes(11));

        reservations.forgetOld();
        clock.advance(Duration.ofMinutes(-11));

        assertThat(reservations.reserve(submitted("key", "patient", 5))).isEqualTo(new Unknown());
    }

    @Test
    void ofTooManyTheOldestAreForgottenAndTheStoreStillKnowsThem() {
        AcceptedAssessment first = submitted("key", "patient", 4);
        reservations.reserve(first);
        reservations.announced(first);
        store.show(first.assessmentId());
        IntStream.range(0, 10_000).forEach(other -> reservations.reserve(submitted("key-" + other, "patient", 4)));
        store.asked().clear();

        assertThat(reservations.reserve(submitted("key", "patient", 4)))
                .isEqualTo(new Same(first.receivedAt(), true, null));
        assertThat(store.asked()).hasSize(1);
    }

    @Test
    void anAnnouncementOfWhatIsNotRememberedMakesNothingRemembered() {
        reservations.announced(submitted("key", "patient", 4));

        assertThat(reservations.reserve(submitted("key", "patient", 4))).isEqualTo(new First(null));
    }

    @Test
    void ofManyContendersExactlyOneIsTheFirst() throws Exception {
        Callable<Reservation> contender = () -> reservations.reserve(submitted("key", "patient", 4));
        Map<Reservation, Integer> told = new HashMap<>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reservation> one : threads.invokeAll(Collections.nCopies(50, contender))) {
                told.merge(one.get(), 1, Integer::sum);
            }
        }

        assertThat(told)
                .containsOnly(Map.entry(new First(null), 1), Map.entry(new Same(clock.instant(), false, null), 49));
    }

    private AcceptedAssessment submitted(String key, String patient, int severity) {
        return SomeAccepted.accepted(key, patient, severity, clock.instant());
    }
}
