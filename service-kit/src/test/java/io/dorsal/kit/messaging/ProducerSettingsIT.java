package io.dorsal.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.testsupport.platform.PlatformInitializer;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.util.ReflectionTestUtils;

/** What the producer that really sends was made with, whatever the properties seem to say. */
@SpringBootTest(
        classes = ListeningIT.Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:dorsal-defaults.yaml",
            "spring.cloud.function.definition=",
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                    + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ContextConfiguration(initializers = PlatformInitializer.class)
class ProducerSettingsIT {

    @Autowired
    private DefaultKafkaProducerFactory<String, byte[]> producers;

    @Test
    void everyInSyncReplicaMustAcknowledgeAndRetriesDoNotDouble() {
        CapturingFactory capturing = new CapturingFactory(producers.getConfigurationProperties());
        KafkaProducer<String, byte[]> live = capturing.live();
        try (live) {
            ProducerConfig config = (ProducerConfig) ReflectionTestUtils.getField(live, "producerConfig");

            assertThat(config).isNotNull();
            assertThat(config.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
            assertThat(config.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG))
                    .isTrue();
            assertThat(config.getInt(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION))
                    .isLessThanOrEqualTo(5);
        }
    }

    private static final class CapturingFactory extends DefaultKafkaProducerFactory<String, byte[]> {

        CapturingFactory(Map<String, Object> settings) {
            super(settings);
        }

        KafkaProducer<String, byte[]> live() {
            return (KafkaProducer<String, byte[]>) createRawProducer(getConfigurationProperties());
        }
    }
}
