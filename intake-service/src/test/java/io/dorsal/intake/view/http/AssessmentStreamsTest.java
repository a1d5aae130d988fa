package io.dorsal.intake.view.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.ChangedAssessments;
import io.dorsal.intake.view.http.AssessmentStream.State;
import io.dorsal.kit.messaging.TransientFailureException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One reader tells all streams. */
class AssessmentStreamsTest {

    private final Store store = new Store();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AssessmentStreams streams = new AssessmentStreams(
            store, view -> "\"" + view.assessmentId() + "\"", new StreamLimits(3, 2), new IntakeMetrics(meters));

    @Test
    void nothingIsReadWhileNobodyListens() {
        streams.round();

        assertThat(store.reads).isZero();
    }

    @Test
    void aStreamBeginsWithWhereItIsAndIsToldWhatFollows() throws InterruptedException {
        AssessmentStream stream = opened("north", null);
        streams.round();
        store.change("north");
        store.change("south");
        streams.round();

        assertThat(next(stream)).isInstanceOf(StreamMessage.Ready.class);
        assertThat(next(stream)).isInstanceOf(StreamMessage.Changed.class);
        assertThat(next(stream)).isInstanceOf(StreamMessage.Beat.class);
    }

    @Test
    void whoResumesIsToldWhatItHasMissedOnce() throws InterruptedException {
        store.change("north");
        store.change("north");
        store.change("south");

        AssessmentStream stream = opened("north", new ChangedAssessments.Position(1, 1));
        streams.round();

        assertThat(next(stream)).isInstanceOf(StreamMessage.Beat.class);
        assertThat(next(stream))
                .isInstanceOfSatisfying(
                        StreamMessage.Changed.class,
                        change -> assertThat(change.position().transaction()).isEqualTo(2));
        assertThat(next(stream)).isInstanceOf(StreamMessage.Beat.class);
    }

    @Test
    void whoHasMissedTooMuchReadsTheStateAnew() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            store.change("north");
        }

        AssessmentStream stream = opened("north", new ChangedAssessments.Position(1, 1));
        streams.round();

        assertThat(next(stream)).isInstanceOf(StreamMessage.Resync.class);
    }

    @Test
    void whoTakesNothingIsDroppedAndCounted() {
        AssessmentStream stream = opened("north", null);
        streams.round();
        for (int i = 0; i < 1_200; i++) {
            store.change("north");
        }
        for (int i = 0; i < 5; i++) {
            streams.round();
        }

        assertThat(stream.state()).isEqualTo(State.ENDED);
        streams.leave(stream);
        assertThat(meters.get("dorsal.intake.streams.dropped").counter().count())
                .isEqualTo(1);
    }

    @Test
    void moreThanTheLimitsAreNotOpened() {
        opened("north", null);
        opened("north", null);

        assertThat(streams.open("north", null)).isEmpty();
        opened("south", null);
        assertThat(streams.open("harbor", null)).isEmpty();
    }

    @Test
    void aStoreThatIsAwayFailsNewcomersAndIsToldToTheOthersOnce() throws InterruptedException {
        AssessmentStream old = opened("north", null);
        streams.round();
        AssessmentStream young = opened("north", null);
        store.away = true;

        assertThatThrownBy(streams::round).isInstanceOf(TransientFailureException.class);
        assertThatThrownBy(streams::round).isInstanceOf(TransientFailureException.class);
        store.away = false;
        streams.round();

        assertThat(young.state()).isEqualTo(State.FAILED);
        assertThat(next(old)).isInstanceOf(StreamMessage.Ready.class);
        assertThat(next(old)).isInstanceOf(StreamMessage.Away.class);
        assertThat(next(old)).isInstanceOf(StreamMessage.Back.class);
    }

    private AssessmentStream opened(String clinic, ChangedAssessments.@Nullable Position after) {
        return streams.open(clinic, after).orElseThrow();
    }

    private static StreamMessage next(AssessmentStream stream) throws InterruptedException {
        return stream.next(Duration.ofMillis(1));
    }

    /** Each change is a transaction of its own, from 1. */
    private static final class Store implements ChangedAssessments {

        private final List<Changed> all = new ArrayList<>();
        private boolean away;
        private int reads;

        void change(String clinic) {
            all.add(new Changed(
                    new Position(all.size() + 1L, 1), clinic, AssessmentView.unknown(new UUID(0, all.size()))));
        }

        @Override
        public Position end() {
            read();
            return new Position(all.size() + 1L, 0);
        }

        @Override
        public Changes after(Position position, Collection<String> clinicIds, int most) {
            read();
            List<Changed> found = all.stream()
                    .filter(change ->
                            change.position().compareTo(position) > 0 && clinicIds.contains(change.clinicId()))
                    .limit(most)
                    .toList();
            boolean complete = found.size() < most;
            return new Changes(found, complete ? end() : found.getLast().position(), complete);
        }

        @Override
        public boolean hasForgottenSince(Position position) {
            return position.transaction() > all.size() + 1L;
        }

        @Override
        public void forget() {}

        private void read() {
            reads++;
            if (away) {
                throw new TransientFailureException("away", new IllegalStateException());
            }
        }
    }
}
