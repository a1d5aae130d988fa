package io.dorsal.intake.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dorsal.intake.view.Fact.AlertChanged;
import io.dorsal.intake.view.Fact.Decided;
import io.dorsal.intake.view.Fact.Erased;
import io.dorsal.intake.view.Fact.Parked;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.ReferralChanged;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AssessmentViewTest {

    private static final UUID ID = UUID.fromString("018f2b1e-7c00-7000-8000-000000000001");
    private static final Origin NORTH = new Origin("north", "metro", false);
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    @Property
    void everyOrderWithAnyDuplicatesGivesTheSameView(@ForAll("facts") List<Fact> facts, @ForAll Random random) {
        AssessmentView inOrder = AssessmentView.unknown(ID).withAll(facts);

        List<Fact> shuffled = new ArrayList<>(facts);
        for (int repeats = random.nextInt(facts.size() + 1); repeats > 0; repeats--) {
            shuffled.add(facts.get(random.nextInt(facts.size())));
        }
        Collections.shuffle(shuffled, random);

        assertThat(AssessmentView.unknown(ID).withAll(shuffled)).isEqualTo(inOrder);
    }

    @Property
    void aViewIsFoldedFromItsOwnFactsAgain(@ForAll("facts") List<Fact> facts) {
        AssessmentView view = AssessmentView.unknown(ID).withAll(facts);

        assertThat(AssessmentView.unknown(ID).withAll(view.facts().values())).isEqualTo(view);
    }

    @Property
    void aFactThatIsNoNewsChangesNothing(@ForAll("facts") List<Fact> facts) {
        AssessmentView view = AssessmentView.unknown(ID).withAll(facts);

        assertThat(facts).allSatisfy(fact -> assertThat(view.with(fact)).isSameAs(view));
    }

    @Property
    void anUrgencyIsNeverLoweredWithinARevision(@ForAll("facts") List<Fact> facts, @ForAll("decisions") Decided more) {
        AssessmentView view = AssessmentView.unknown(ID).withAll(facts);

        Standing before = Standing.of(view);
        Standing after = Standing.of(view.with(more));

        before.decision().ifPresent(decided -> {
            Decided standing = after.decision().orElseThrow();
            assertThat(standing.body().revision())
                    .isGreaterThanOrEqualTo(decided.body().revision());
            if (standing.body().revision() == decided.body().revision()) {
                assertThat(decided.urgency().isMoreUrgentThan(standing.urgency()))
                        .isFalse();
            }
        });
    }

    @Property
    void nothingTellsThePatientOnceErased(@ForAll("facts") List<Fact> facts) {
        AssessmentView view =
                AssessmentView.unknown(ID).withAll(facts).with(new Erased(ID)).withAll(facts);

        assertThat(Standing.of(view).patientReference()).isEmpty();
        assertThat(view.all(Referenced.class)).isEmpty();
    }

    @Test
    void anotherClinicsClaimToAnAssessmentIsRefused() {
        AssessmentView view = AssessmentView.unknown(ID).with(submitted(1, "a", NOON));
        Submitted ofSouth = new Submitted(ID, new Body(1, "b"), new Origin("south", "metro", false), NOON, null, "{}");

        assertThatExceptionOfType(ContradictoryOriginException.class).isThrownBy(() -> view.with(ofSouth));
    }

    @Test
    void noFactShowsAnswersOrReferenceWhenPrinted() {
        List<Fact> facts = List.of(
                new Submitted(ID, new Body(1, "a"), NORTH, NOON, null, "SECRET"),
                new Referenced(ID, 1, NOON, "SECRET"),
                new Decided(ID, new Body(1, "a"), NORTH, ID, Urgency.SOON, NOON, NOON, "SECRET"));

        assertThat(AssessmentView.unknown(ID).withAll(facts).toString()).doesNotContain("SECRET");
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<Fact> fact = Arbitraries.oneOf(
                submissions(),
                references(),
                decisions().map(Fact.class::cast),
                referrals(),
                alerts(),
                parkings(),
                erasures());
        return fact.list().ofMinSize(1).ofMaxSize(25);
    }

    @Provide
    Arbitrary<Decided> decisions() {
        return Combinators.combine(bodies(), Arbitraries.of(Urgency.values()), times(), times())
                .as((body, urgency, received, decided) ->
                        new Decided(ID, body, NORTH, ID, urgency, received, decided, "{}"));
    }

    private static Arbitrary<Fact> submissions() {
        return Combinators.combine(bodies(), times(), times().injectNull(0.5))
                .as((body, received, assessed) -> new Submitted(ID, body, NORTH, received, assessed, "{}"));
    }

    private static Arbitrary<Fact> references() {
        return Combinators.combine(Arbitraries.integers().between(1, 3), times(), Arbitraries.of("p-1", "p-2"))
                .as((revision, received, reference) -> new Referenced(ID, revision, received, reference));
    }

    private static Arbitrary<Fact> referrals() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.longs().between(1, 4))
                .as((referral, version) -> new ReferralChanged(
                        ID,
                        new UUID(0, referral),
                        version,
                        1,
                        "SPINE_SURGERY",
                        Urgency.SOON,
                        referral == 1,
                        "V" + version,
                        NOON.plusSeconds(version),
                        null,
                        null,
                        null,
                        null));
    }

    private static Arbitrary<Fact> alerts() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.longs().between(1, 4))
                .as((episode, version) ->
                        new AlertChanged(ID, new UUID(0, episode), version, episode, "V" + version, NOON));
    }

    private static Arbitrary<Fact> parkings() {
        return Arbitraries.integers().between(0, 3).map(revision -> new Parked(ID, revision));
    }

    private static Arbitrary<Fact> erasures() {
        return Arbitraries.just(new Erased(ID));
    }

    private static Arbitrary<Body> bodies() {
        return Combinators.combine(Arbitraries.integers().between(1, 3), Arbitraries.of("a", "b"))
                .as(Body::new);
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.integers().between(0, 3).map(NOON::plusSeconds);
    }

    private static Submitted submitted(int revision, String hash, Instant at) {
        return new Submitted(ID, new Body(revision, hash), NORTH, at, null, "{}");
    }
}
