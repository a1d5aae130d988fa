package io.dorsal.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.link.AlertLink;
import io.dorsal.notification.link.SomeLinks;
import io.dorsal.notification.policy.SomePolicies;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordingTest {

    private final Wording wording = new Wording("https://dorsal.example/api/alerts/{alertId}", SomeLinks.LINKS);

    @Test
    void aMessageSaysWhichAlertAtWhichClinicHowUrgentAndHowToAnswer() {
        Message message = message(AlertKind.EMERGENCY, false, "north", "cauda equina syndrome");

        assertThat(wording.subject(message)).isEqualTo("EMERGENCY: cauda equina syndrome (north)");
        assertThat(wording.text(message, SomePolicies.ON_CALL)).isEqualTo("""
                        EMERGENCY
                        cauda equina syndrome

                        Clinic:  north
                        Urgency: EMERGENCY
                        Alert:   %1$s

                        This repeats until somebody acknowledges it.
                        Acknowledge: %2$s
                        Read it, signed in: https://dorsal.example/api/alerts/%1$s
                        """.formatted(
                        message.alert(),
                        SomeLinks.LINKS.address(new AlertLink(
                                message.alert(), message.delivery().value(), "oncall-metro"))));
    }

    @Test
    void aPossibleEmergencySaysThatNothingIsSure() {
        Message message = message(AlertKind.POSSIBLE_EMERGENCY, false, "", "an assessment could not be processed");

        assertThat(wording.subject(message))
                .isEqualTo("POSSIBLE EMERGENCY: an assessment could not be processed (clinic unknown)");
        assertThat(wording.text(message, SomePolicies.ON_CALL)).contains("treat it as an emergency");
    }

    @Test
    void newsForWhoHoldsTheAlertPromisesNoRepetition() {
        Message message = message(AlertKind.EMERGENCY, true, "north", "spinal infection");

        assertThat(wording.subject(message)).isEqualTo("NEWS OF AN ALERT, EMERGENCY: spinal infection (north)");
        assertThat(wording.text(message, SomePolicies.ON_CALL))
                .contains("told once")
                .doesNotContain("repeats", "/acknowledge/");
    }

    @Property
    void whateverATitleHoldsASubjectIsOneLine(@ForAll String title, @ForAll String clinic) {
        assertThat(wording.subject(message(AlertKind.EMERGENCY, false, clinic, title)))
                .doesNotContain("\r", "\n", "\0");
    }

    private static Message message(AlertKind kind, boolean notice, String clinic, String headline) {
        return new Message(
                new DeliveryId(UUID.randomUUID()),
                new AlertId(UUID.randomUUID()),
                kind,
                notice,
                clinic,
                Urgency.EMERGENCY,
                headline,
                Instant.EPOCH);
    }
}
