package io.dorsal.intake.outcome.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.intake.outcome.webhook.WebhookSettings.Entry;
import io.dorsal.kit.clinics.ClinicDirectory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "clinic.example",
                "/outcomes",
                "ftp://clinic.example/",
                "http://clinic.example/",
                "http://10.0.0.1/",
                "https://user:secret@clinic.example/",
                "https://clinic.example/#x",
                "https:///x",
                "https://clinic example/"
            })
    void anAddressThatIsNoneForAWebhookFailsTheStart(@Nullable String url) {
        assertThatThrownBy(() -> Receiver.of("north", new Entry(url, SECRET, null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("intake.webhooks.north.url must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://clinic.example/outcomes?x=1", "http://localhost:8080/webhook", "http://[::1]:1/"})
    void otherAddressesAreTaken(String url) {
        assertThat(Receiver.of("north", new Entry(url, SECRET, null)).url()).hasToString(url);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=", "whsec_!!!"})
    void aSecretThatIsNoneFailsTheStartAndIsNotRepeated(@Nullable String secret) {
        assertThatThrownBy(() -> Receiver.of("north", new Entry("https://clinic.example/", secret, null)))
                .hasMessage("intake.webhooks.north.secret must be whsec_ and the base64 of 24 to 64 random bytes")
                .hasNoCause();
        assertThatThrownBy(() -> Receiver.of(
                        "north", new Entry("https://clinic.example/", SECRET, secret == null ? "x" : secret)))
                .hasMessageStartingWith("intake.webhooks.north.previous-secret must be");
    }

    @Test
    void aReceiverForAClinicThatIsNotListedFailsTheStart() {
        WebhookSettings settings =
                new WebhookSettings(Map.of("nowhere", new Entry("https://clinic.example/", SECRET, null)), List.of());

        assertThatThrownBy(() -> WebhookReceivers.of(settings, new ClinicDirectory(List.of()), Clock.systemUTC()))
                .hasMessage("intake.webhooks.nowhere is for a clinic that is not listed");
    }

    @Test
    void aReceiverIsTheSameForAsLongAsItsAddressIs() {
        String hash = Receiver.of("north", new Entry("https://clinic.example/?key=1", SECRET, null))
                .addressHash();

        assertThat(Receiver.of("north", new Entry("https://clinic.example/?key=1", SECRET, SECRET))
                        .addressHash())
                .isEqualTo(hash)
                .hasSize(64);
        assertThat(Receiver.of("north", new Entry("https://clinic.example/?key=2", SECRET, null))
                        .addressHash())
                .isNotEqualTo(hash);
    }

    @Test
    void noSecretIsPrinted() {
        assertThat(new WebhookSettings(
                        Map.of("north", new Entry("https://clinic.example/", SECRET, SECRET)), List.of()))
                .asString()
                .doesNotContain(SECRET);
    }
}
