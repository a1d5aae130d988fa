package io.dorsal.referral.routing;

import static io.dorsal.referral.routing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwoDecisionsOfOneRevisionTest {

    private static final Instant LATER = Routings.LATER;

    private final Routings routings = new Routings();
    private final AssessmentId id = routings.id();

    @Test
    void ofTwoBodiesUnderOneRevisionTheMoreUrgentIsKeptWhicheverComesFirst() {
        DecidedRevision urgent = aDecision()
                .about(id)
                .withBody("a")
                .asking(Queue.NEUROSURGERY, Urgency.URGENT)
                .build();
        DecidedRevision emergency = aDecision()
                .about(id)
                .withBody("b")
                .asking(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY)
                .build();

        Routing lost = routings.route(routings.afterRouting(emergency), urgent, LATER);
        Routing won = routings.route(routings.afterRouting(urgent), emergency, LATER);

        assertThat(lost.verdict()).isEqualTo(Verdict.CONFLICT_LOST);
        assertThat(lost.changes()).isEmpty();
        assertThat(won.verdict()).isEqualTo(Verdict.CONFLICT_WON);
        assertThat(Routings.open(won.after()))
                .containsExactlyEntriesOf(Map.of(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY));
    }

    @Test
    void theSameBodyDecidedMoreUrgentlyRaisesAndAddsAndWithdrawsNothing() {
        AssessmentCase before = routings.afterRouting(aDecision()
                .about(id)
                .asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2")
                .asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "DEFAULT-1")
                .build());
        DecidedRevision again = aDecision()
                .about(id)
                .asking(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY, "CES-1")
                .asking(Queue.NEUROSURGERY, Urgency.SOON, "NEURO-3")
                .build();

        Routing routing = routings.route(before, again, LATER);

        assertThat(routing.verdict()).isEqualTo(Verdict.RAISED);
        assertThat(routing.stands()).isTrue();
        assertThat(Routings.open(routing.after()))
                .isEqualTo(Map.of(
                        Queue.EMERGENCY_DEPARTMENT,
                        Urgency.EMERGENCY,
                        Queue.NEUROSURGERY,
                        Urgency.URGENT,
                        Queue.PRIMARY_CARE,
                        Urgency.ROUTINE));
        assertThat(routing.after().referrals().values())
                .filteredOn(referral -> referral.request().primary())
                .extracting(Referral::queue)
                .containsExactly(Queue.EMERGENCY_DEPARTMENT);
        assertThat(routings.route(routing.after(), again, LATER).verdict()).isEqualTo(Verdict.REPEATED);
    }

    @Test
    void theSameBodyDecidedLessUrgentlyStillAddsTheQueueThatOnlyItAsksFor() {
        AssessmentCase before = routings.afterAsking(Queue.NEUROSURGERY, Urgency.EMERGENCY, "NEURO-1");
        DecidedRevision again = aDecision()
                .about(id)
                .asking(Queue.ONCOLOGY, Urgency.SOON, "CANCER-3")
                .build();

        Routing routing = routings.route(before, again, LATER);

        assertThat(routing.verdict()).isEqualTo(Verdict.RAISED);
        assertThat(routing.stands()).isFalse();
        assertThat(routing.after().standing())
                .usingRecursiveComparison()
                .ignoringFields("asked")
                .isEqualTo(before.standing());
        assertThat(Routings.only(routing).queue()).isEqualTo(Queue.ONCOLOGY);
        assertThat(Routings.only(routing).request().primary()).isFalse();
    }
}
