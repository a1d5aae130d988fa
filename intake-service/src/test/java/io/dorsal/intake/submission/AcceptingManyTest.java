package io.dorsal.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.submission.Acceptance.Accepted;
import io.dorsal.intake.submission.Acceptance.KeyReused;
import io.dorsal.intake.submission.Acceptance.PatientErased;
import io.dorsal.intake.submission.Acceptance.Unacknowledged;
import io.dorsal.testsupport.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AcceptingManyTest {

    private static final IdempotencyKey ONE = new IdempotencyKey("one");
    private static final IdempotencyKey TWO = new IdempotencyKey("two");

    private final SettableClock clock = new SettableClock();
    private final FakeStore store = new FakeStore();
    private final List<AcceptedAssessment> sent = new ArrayList<>();
    private final Set<UUID> lost = new HashSet<>();
    private final AcceptingMany accepting = new AcceptingMany(
            mine -> mine.stream().collect(Collectors.toMap(AcceptedAssessment::assessmentId, store::reserve)),
            this::announce,
            SomeAccepted.JSON,
            clock);

    @Test
    void eachIsAnsweredInItsOrder() {
        List<Acceptance> acceptances = accept("one 4", "two 5");

        assertThat(acceptances).containsExactly(accepted(ONE, clock.instant()), accepted(TWO, clock.instant()));
        assertThat(sent).hasSize(2);
    }

    @Test
    void whatIsNotAcknowledgedConcernsNoOther() {
        lost.add(ONE.assessmentId("north"));

        assertThat(accept("one 4", "two 5"))
                .containsExactly(new Unacknowledged(ONE.assessmentId("north"), ONE), accepted(TWO, clock.instant()));
    }

    @Test
    void theSameTwiceIsSentOnceAndAnsweredTheSame() {
        List<Acceptance> acceptances = accept("one 4", "one 4");

        assertThat(acceptances).containsOnly(accepted(ONE, clock.instant()));
        assertThat(sent).hasSize(1);
    }

    @Test
    void ofTwoBodiesUnderAKeyTheFirstIsTakenAlsoWithoutTheStore() {
        store.goAway();

        assertThat(accept("one 4", "one 5", "one 4"))
                .containsExactly(accepted(ONE, clock.instant()), new KeyReused(), accepted(ONE, clock.instant()));
        assertThat(sent).hasSize(1);
    }

    @Test
    void theBodyThatHasTheKeyIsAnsweredAsTheFirstWasWhereverItStands() {
        Instant first = clock.instant();
        accept("one 5");
        clock.advance(Duration.ofMinutes(1));

        assertThat(accept("one 4", "one 3", "one 5"))
                .containsExactly(new KeyReused(), new KeyReused(), accepted(ONE, first));
        assertThat(sent).extracting(AcceptedAssessment::receivedAt).containsOnly(first);
    }

    @Test
    void whatTheBrokerIsKnownToHaveIsNotSentAgain() {
        List<Acceptance> first = accept("one 4");
        store.show(ONE.assessmentId("north"));

        assertThat(accept("one 4")).isEqualTo(first);
        assertThat(sent).hasSize(1);
    }

    @Test
    void nothingIsSentAboutAnErasedPatient() {
        store.erase(SomeAccepted.accepted("one", "patient", 4, clock.instant()));

        assertThat(accept("one 4", "two 4")).containsExactly(new PatientErased(), accepted(TWO, clock.instant()));
        assertThat(sent).hasSize(1);
    }

    /** Key and severity of each. */
    private List<Acceptance> accept(String... submissions) {
        return accepting.accept(Stream.of(submissions)
                .map(one -> one.split(" ", 2))
                .map(one -> SomeAccepted.submission(one[0], "patient", Integer.parseInt(one[1])))
                .toList());
    }

    private static Accepted accepted(IdempotencyKey key, Instant receivedAt) {
        return new Accepted(new Receipt(key.assessmentId("north"), 1, "north", receivedAt));
    }

    private Set<UUID> announce(Collection<AcceptedAssessment> accepted) {
        sent.addAll(accepted);
        return accepted.stream()
                .map(AcceptedAssessment::assessmentId)
                .filter(id -> !lost.contains(id))
                .collect(Collectors.toSet());
    }
}
