package io.dorsal.intake.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.testing.SomeFacts;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Body;
import io.dorsal.intake.view.Change;
import io.dorsal.intake.view.Channel;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Lane;
import io.dorsal.intake.view.Origin;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.schemas.identity.Identities;
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

class OutcomesTest {

    private static final UUID ID = UUID.fromString("0199a7a2-0000-7000-8000-000000000001");
    private static final UUID REFERRAL = Identities.referralId(ID, "SPINE_SURGERY", 1);
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00.123Z");

    private AssessmentView view = AssessmentView.unknown(ID);

    @Provide
    Arbitrary<List<Fact>> someFacts() {
        return SomeFacts.about(ID).any();
    }

    @Property
    void replaysAreNoNews(@ForAll("someFacts") List<Fact> facts, @ForAll Random random) {
        AssessmentView whole = AssessmentView.unknown(ID).withAll(facts);
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);

        for (Fact fact : shuffled) {
            assertThat(Outcomes.news(new Change(whole, whole.with(fact)))).isEmpty();
        }
    }

    @Test
    void eachRevisionIsToldAlsoWhereTheOlderIsDecidedLater() {
        assertThat(news(decided(2, 'a', Urgency.SOON, false))).containsExactly("assessment.decided SOON");
        assertThat(news(decided(1, 'b', Urgency.EMERGENCY, false))).containsExactly("assessment.decided EMERGENCY");
    }

    @Test
    void aSecondBodyIsToldWhereItRaisesTheUrgencyAndOnlyThere() {
        assertThat(news(decided(1, 'b', Urgency.SOON, false))).containsExactly("assessment.decided SOON");
        assertThat(news(decided(1, 'c', Urgency.ROUTINE, false))).isEmpty();
        assertThat(news(decided(1, 'd', Urgency.URGENT, false))).containsExactly("assessment.decided URGENT");
    }

    @Test
    void whatCameBeforeTheClinicWasKnownIsToldOnceItIs() {
        assertThat(news(new Fact.Parked(ID, 1, NOON))).isEmpty();
        assertThat(news(referral(2, "RETURNED"))).isEmpty();

        assertThat(news(new Fact.Submitted(
                        ID,
                        body(1, 'a'),
                        new Origin("north", "metro", false),
                        Lane.INTERACTIVE,
                        Channel.REST,
                        NOON,
                        null,
                        null,
                        "{}")))
                .containsExactlyInAnyOrder("assessment.parked EMERGENCY", "referral.returned SOON");
    }

    @Test
    void aRevisionThatIsParkedAgainIsToldOnce() {
        news(decided(1, 'a', Urgency.SOON, false));

        assertThat(news(new Fact.Parked(ID, 2, NOON))).containsExactly("assessment.parked EMERGENCY");
        assertThat(news(new Fact.Parked(ID, 2, NOON.plusSeconds(9)))).isEmpty();
    }

    @Test
    void whatCannotBeReadMayEachTimeBeAnotherRevision() {
        news(decided(1, 'a', Urgency.SOON, false));

        assertThat(news(new Fact.Parked(ID, Fact.Parked.UNREADABLE, NOON.plusSeconds(9))))
                .hasSize(1);
        assertThat(news(new Fact.Parked(ID, Fact.Parked.UNREADABLE, NOON.plusSeconds(19))))
                .hasSize(1);
    }

    @Test
    void ofReferralsTheEndsAreTold() {
        news(decided(1, 'a', Urgency.SOON, false));

        assertThat(news(referral(1, "ROUTED"))).isEmpty();
        assertThat(news(referral(2, "ACCEPTED"))).isEmpty();
        assertThat(news(referral(3, "COMPLETED"))).containsExactly("referral.completed SOON");
        assertThat(news(referral(4, "COMPLETED"))).isEmpty();
    }

    @Test
    void thePlatformsOwnTestAssessmentsAreNotTold() {
        assertThat(news(decided(1, 'a', Urgency.EMERGENCY, true))).isEmpty();
    }

    private List<String> news(Fact fact) {
        Change change = new Change(view, view.with(fact));
        view = change.after();
        return Outcomes.news(change).stream()
                .map(outcome -> outcome.type() + " " + outcome.urgency())
                .toList();
    }

    private static Fact decided(int revision, char hash, Urgency urgency, boolean synthetic) {
        return new Fact.Decided(
                ID,
                body(revision, hash),
                new Origin("north", "metro", synthetic),
                Identities.decisionId(ID, revision),
                urgency,
                NOON,
                NOON.plusSeconds(1),
                "{}");
    }

    private static Fact referral(long version, String state) {
        return new Fact.ReferralChanged(
                ID,
                REFERRAL,
                version,
                1,
                "SPINE_SURGERY",
                Urgency.SOON,
                true,
                state,
                null,
                null,
                null,
                null,
                null,
                NOON.plusSeconds(version));
    }

    private static Body body(int revision, char hash) {
        return new Body(revision, String.valueOf(hash).repeat(64));
    }
}
