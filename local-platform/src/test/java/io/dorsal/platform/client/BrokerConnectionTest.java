package io.dorsal.platform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerConnectionTest {

    @TempDir
    private Path directory;

    @Test
    void aFileSaysHowAnotherBrokerIsReachedAndHowLongItMayTake() throws IOException {
        Path file = Files.writeString(directory.resolve("operator.properties"), """
                bootstrap.servers=localhost:1
                security.protocol=SASL_SSL
                request.timeout.ms=7000
                """);

        assertThat(BrokerConnection.of(file))
                .containsEntry("bootstrap.servers", "localhost:1")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("request.timeout.ms", "7000")
                .containsEntry("default.api.timeout.ms", "5000");
    }

    @Test
    void longWorkWaitsLongerWhereNobodySaysHowLong() throws IOException {
        Path file = Files.writeString(directory.resolve("operator.properties"), """
                bootstrap.servers=localhost:1
                request.timeout.ms=7000
                """);

        assertThat(BrokerConnection.patient(BrokerConnection.of(file)))
                .containsEntry("bootstrap.servers", "localhost:1")
                .containsEntry("request.timeout.ms", "7000")
                .containsEntry("default.api.timeout.ms", "20000");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = directory.resolve("none.properties");

        assertThatThrownBy(() -> BrokerConnection.of(file))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("DORSAL_BROKER")
                .hasMessageContaining(file.toString());
    }

    @Test
    void settingsThatNoClientCanUseAreAFailureForAPerson() throws IOException {
        Path file = Files.writeString(directory.resolve("operator.properties"), """
                bootstrap.servers=localhost:1
                security.protocol=SSL
                ssl.truststore.type=PEM
                ssl.truststore.location=none.pem
                """);

        assertThatThrownBy(() -> TopicReader.topics(BrokerConnection.of(file)))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("none.pem");
    }
}
