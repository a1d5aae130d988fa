package io.dorsal.intake.view.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.AlertKind;
import io.dorsal.events.AlertState;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.ReferralState;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.yaml.VocabularyYaml;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    private final Facts facts =
            new Facts(new AnswersAvro(VocabularyYaml.vocabulary()), new AssessmentJson(VocabularyYaml.vocabulary()));
    private final SampleEvents events = SampleEvents.of(UUID.randomUUID());
    private final SampleEvents others = SampleEvents.of(UUID.randomUUID());

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aRevisionCountsFromOne(int revision) {
        assertImpossible(() -> facts.submitted(events.submitted(revision, 4)));
        assertImpossible(() -> facts.referenced(events.referenced(revision, "patient")));
        assertImpossible(() -> facts.decided(events.decided(revision, 4, Urgency.SOON)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "z000000000000000000000000000000000000000000000000000000000000000"})
    void aHashIsOne(String hash) {
        AssessmentSubmitted submitted = AssessmentSubmitted.newBuilder(events.submitted(1, 4))
                .setBodyHash(hash)
                .build();
        UrgencyDecided decided = UrgencyDecided.newBuilder(events.decided(1, 4, Urgency.SOON))
                .setBodyHash(hash)
                .build();

        assertImpossible(() -> facts.submitted(submitted));
        assertImpossible(() -> facts.decided(decided));
    }

    @Test
    void aReferenceIsNoLongerThanAClinicMayGive() {
        assertThat(facts.referenced(events.referenced(1, "💉".repeat(64)))).isNotNull();
        assertImpossible(() -> facts.referenced(events.referenced(1, "p".repeat(65))));
        assertImpossible(() -> facts.referenced(events.referenced(1, "")));
        assertImpossible(() -> facts.referenced(events.referenced(1, "nul\0")));
    }

    @Test
    void anOriginHasNamesThatAnIndexCanHold() {
        AssessmentSubmitted submitted = AssessmentSubmitted.newBuilder(events.submitted(1, 4))
                .setClinicId("n".repeat(5_000))
                .build();
        UrgencyDecided decided = UrgencyDecided.newBuilder(events.decided(1, 4, Urgency.SOON))
                .setNetworkId("")
                .build();

        assertImpossible(() -> facts.submitted(submitted));
        assertImpossible(() -> facts.decided(decided));
    }

    @Test
    void theReferralOfAnotherAssessmentIsNotTakenForOurs() {
        ReferralChanged referral = ReferralChanged.newBuilder(events.referral(1, ReferralState.ROUTED))
                .setReferralId(others.referral(1, ReferralState.ROUTED).getReferralId())
                .build();

        assertImpossible(() -> facts.referral(referral));
    }

    @Test
    void theReferralToAQueueThatIsNotKnownHereIsShownAllTheSame() {
        ReferralChanged referral = ReferralChanged.newBuilder(events.referral(1, ReferralState.ROUTED))
                .setQueue(Queue.UNRECOGNISED)
                .setReferralId(UUID.randomUUID())
                .build();

        assertThat(facts.referral(referral)).isNotNull();
    }

    @Test
    void theAlertOfAnotherAssessmentIsNotTakenForOurs() {
        AlertChanged alert = alert().setAlertId(
                        others.alert(1, AlertState.NOTIFYING).getAlertId())
                .build();

        assertImpossible(() -> facts.alert(alert));
    }

    @Test
    void anAlertThatNoClinicWaitsForIsPassedOver() {
        UUID elsewhere = UUID.randomUUID();

        assertThat(facts.alert(alert().setKind(AlertKind.OPERATIONS)
                        .setAlertId(elsewhere)
                        .build()))
                .isEmpty();
        assertThat(facts.alert(alert().setKind(AlertKind.UNRECOGNISED)
                        .setAlertId(elsewhere)
                        .build()))
                .isEmpty();
        assertThat(facts.alert(alert().setAssessmentId(null).build())).isEmpty();
    }

    private AlertChanged.Builder alert() {
        return AlertChanged.newBuilder(events.alert(1, AlertState.NOTIFYING));
    }

    private static void assertImpossible(ThrowingCallable reading) {
        assertThatExceptionOfType(ImpossibleRecordException.class).isThrownBy(reading);
    }
}
