package io.dorsal.kit.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.DurationClass;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.OpenQuestion;
import io.dorsal.rules.decision.Pattern;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Referral;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.vocabulary.AnswerValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionAvroTest {

    private static final Decision DECISION = new Decision(
            Urgency.EMERGENCY,
            "2026.1",
            "00ff",
            List.of(new Finding(
                    "CES-1",
                    "Cauda equina syndrome",
                    Urgency.EMERGENCY,
                    List.of(
                            new Because("neuro.sphincterLongStanding", null),
                            new Because("neuro.bladder", new AnswerValue.Symbol("RETENTION")),
                            new Because("neuro.saddleNumbness", new AnswerValue.Flag(true)),
                            new Because("pain.severity", new AnswerValue.Whole(9)),
                            new Because("pain.radiation", new AnswerValue.Symbols(List.of("LEG")))),
                    List.of(Queue.EMERGENCY_DEPARTMENT),
                    null,
                    List.of("S1.9"),
                    true)),
            List.of(new Referral(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY, true)),
            List.of("history.cancer"),
            List.of(new OpenQuestion("history.cancer", "CANCER-1", Urgency.EMERGENCY)),
            List.of("REPRESENTED-1"),
            List.of("LUMBAR"),
            DurationClass.ACUTE,
            Pattern.RADICULAR,
            List.of("Send the patient to the emergency department."),
            List.of("Go to the emergency department."));

    @Test
    void aDecisionSurvivesTheWay() {
        assertThat(DecisionAvro.toDomain(DecisionAvro.toEvent(DECISION))).isEqualTo(DECISION);
    }

    @Test
    void anUrgencyThatIsNotKnownIsAnEmergency() {
        assertThat(DecisionAvro.urgency(io.dorsal.events.Urgency.UNRECOGNISED)).isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    void aQueueThatIsNotKnownIsLeftOut() {
        io.dorsal.events.Decision event = DecisionAvro.toEvent(DECISION);
        event.put(
                "referrals",
                List.of(new io.dorsal.events.ReferralRequest(
                        io.dorsal.events.Queue.UNRECOGNISED, io.dorsal.events.Urgency.SOON, true)));

        assertThat(DecisionAvro.toDomain(event).referrals()).isEmpty();
    }

    @Test
    void aDecisionWhoseClassesAreNotKnownTellsTheRest() {
        io.dorsal.events.Decision event = DecisionAvro.toEvent(DECISION);
        event.put("durationClass", io.dorsal.events.DurationClass.UNRECOGNISED);
        event.put("pattern", io.dorsal.events.Pattern.UNRECOGNISED);
        event.put("regions", List.of(io.dorsal.events.Region.UNRECOGNISED, io.dorsal.events.Region.LUMBAR));

        Decision decision = DecisionAvro.toDomain(event);

        assertThat(decision.durationClass()).isNull();
        assertThat(decision.pattern()).isEqualTo(Pattern.UNCLASSIFIED);
        assertThat(decision.regions()).containsExactly("LUMBAR");
        assertThat(decision.findings()).isEqualTo(DECISION.findings());
        assertThat(DecisionAvro.toEvent(decision).getDurationClass())
                .isEqualTo(io.dorsal.events.DurationClass.UNRECOGNISED);
    }

    @Test
    void aDecisionWithoutFindingIsImpossible() {
        io.dorsal.events.Decision event = DecisionAvro.toEvent(DECISION);
        event.put("findings", List.of());

        assertThatThrownBy(() -> DecisionAvro.toDomain(event)).isInstanceOf(ImpossibleRecordException.class);
    }
}
