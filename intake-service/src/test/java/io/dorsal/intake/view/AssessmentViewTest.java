package io.dorsal.intake.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dorsal.intake.testing.SomeFacts;
import io.dorsal.intake.view.Fact.Decided;
import io.dorsal.intake.view.Fact.Erased;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
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
        AssessmentView view = AssessmentView.unknown(ID).with(submitted(1, "a", NORTH));
        Submitted ofSouth = submitted(1, "b", new Origin("south", "metro", false));

        assertThatExceptionOfType(ContradictoryOriginException.class).isThrownBy(() -> view.with(ofSouth));
    }

    @Test
    void aClinicThatChangesItsNetworkKeepsItsAssessments() {
        Origin moved = new Origin("north", "coast", false);

        AssessmentView view =
                AssessmentView.unknown(ID).withAll(List.of(submitted(2, "b", moved), submitted(1, "a", NORTH)));

        assertThat(view.origin()).contains(moved);
    }

    @Test
    void noFactShowsAnswersOrReferenceWhenPrinted() {
        List<Fact> facts = List.of(
                new Submitted(ID, new Body(1, "a"), NORTH, Lane.INTERACTIVE, Channel.REST, NOON, null, null, "SECRET"),
                new Referenced(ID, 1, NOON, "SECRET"),
                new Decided(ID, new Body(1, "a"), NORTH, ID, Urgency.SOON, NOON, NOON, "SECRET"));

        assertThat(AssessmentView.unknown(ID).withAll(facts).toString()).doesNotContain("SECRET");
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return SomeFacts.about(ID).any();
    }

    @Provide
    Arbitrary<Decided> decisions() {
        return SomeFacts.about(ID).decisions();
    }

    private static Submitted submitted(int revision, String hash, Origin origin) {
        return new Submitted(
                ID, new Body(revision, hash), origin, Lane.INTERACTIVE, Channel.REST, NOON, null, null, "{}");
    }
}
