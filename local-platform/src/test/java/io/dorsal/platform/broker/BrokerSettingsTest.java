package io.dorsal.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

    @Test
    void aDirectoryWithUmlautsAndSpacesArrivesAsItIs() throws IOException {
        Path data = Path.of("/home/jürgen doe/dorsal/kafka");
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        new BrokerSettings(1, 2, data).asProperties().store(file, "");

        Properties asTheBrokerReadsIt = new Properties();
        asTheBrokerReadsIt.load(new ByteArrayInputStream(file.toByteArray()));
        assertThat(asTheBrokerReadsIt).containsEntry("log.dirs", data.toString());
    }

    @Test
    void aDirectoryThatTheBrokerWouldTakeForTwoIsRefused() {
        assertThatThrownBy(() -> new BrokerSettings(1, 2, Path.of("/home/doe, jane/kafka")))
                .hasMessageContaining("comma");
    }
}
