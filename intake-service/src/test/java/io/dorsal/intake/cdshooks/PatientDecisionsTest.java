package io.dorsal.intake.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Body;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Origin;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.schemas.identity.Identities;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientDecisionsTest {

    private static final UUID ID = UUID.fromString("0199a7a2-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void whatIsNotDecidedIsNoDecision() {
        assertThat(matters(0)).isFalse();
    }

    @Test
    void aDecisionMattersUntilItIsOld() {
        assertThat(matters(89, decided())).isTrue();
        assertThat(matters(91, decided())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETED", "REDIRECTED", "WITHDRAWN", "CANCELLED"})
    void whatIsDoneDoesNotMatter(String state) {
        assertThat(matters(1, decided(), referral("SPINE_SURGERY", state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROUTED", "ACCEPTED", "SCHEDULED", "RETURNED", "NO_SHOW", "UNRECOGNISED"})
    void aDecisionMattersWhileOneOfItsReferralsIsOpen(String state) {
        assertThat(matters(1, decided(), referral("SPINE_SURGERY", state), referral("NEUROSURGERY", "COMPLETED")))
                .isTrue();
    }

    @Test
    void anOpenAlertAlwaysMatters() {
        assertThat(matters(400, decided(), alert("ACKNOWLEDGED"))).isTrue();
        assertThat(matters(1, decided(), referral("SPINE_SURGERY", "COMPLETED"), alert("NOTIFYING")))
                .isTrue();
        assertThat(matters(400, decided(), alert("CLOSED"))).isFalse();
    }

    private static boolean matters(int days, Fact... facts) {
        AssessmentView view = AssessmentView.unknown(ID).withAll(List.of(facts));
        return PatientDecisions.matters(view, NOON.plus(DAY.multipliedBy(days)));
    }

    private static Fact decided() {
        return new Fact.Decided(
                ID,
                new Body(1, "a".repeat(64)),
                new Origin("north", "metro", false),
                Identities.decisionId(ID, 1),
                Urgency.EMERGENCY,
                NOON,
                NOON,
                "{}");
    }

    private static Fact referral(String queue, String state) {
        return new Fact.ReferralChanged(
                ID,
                Identities.referralId(ID, queue, 1),
                1,
                1,
                queue,
                Urgency.EMERGENCY,
                true,
                state,
                null,
                null,
                null,
                null,
                null,
                NOON);
    }

    private static Fact alert(String state) {
        return new Fact.AlertChanged(ID, Identities.alertId(ID, 1), 1, 1, state, NOON, null);
    }
}
