package io.dorsal.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Urgency;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordingTest {

    private final Wording wording = new Wording("https://dorsal.example/alerts/{alertId}");

    @Test
    void aMessageSaysWhichAlertAtWhichClinicHowUrgentAndWhereToAnswer() {
        Message message = message(AlertKind.EMERGENCY, "north", "cauda equina syndrome");

        assertThat(wording.subject(message)).isEqualTo("EMERGENCY: cauda equina syndrome (north)");
        assertThat(wording.text(message))
                .contains(
                        "EMERGENCY",
                        "cauda equina syndrome",
                        "north",
                        message.alert().toString())
                .contains("https://dorsal.example/alerts/" + message.alert());
    }

    @Test
    void aPossibleEmergencySaysThatNothingIsSure() {
        Message message = message(AlertKind.POSSIBLE_EMERGENCY, "", "an assessment could not be processed");

        assertThat(wording.subject(message))
                .isEqualTo("POSSIBLE EMERGENCY: an assessment could not be processed (clinic unknown)");
        assertThat(wording.text(message)).contains("treat it as an emergency");
    }

    @Property
    void whateverATitleHoldsASubjectIsOneLine(@ForAll String title, @ForAll String clinic) {
        assertThat(wording.subject(message(AlertKind.EMERGENCY, clinic, title))).doesNotContain("\r", "\n", "\0");
    }

    private static Message message(AlertKind kind, String clinic, String headline) {
        return new Message(
                new DeliveryId(UUID.randomUUID()),
                new AlertId(UUID.randomUUID()),
                kind,
                clinic,
                Urgency.EMERGENCY,
                headline,
                Instant.EPOCH);
    }
}
