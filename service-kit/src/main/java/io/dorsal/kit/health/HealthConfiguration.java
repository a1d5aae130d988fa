package io.dorsal.kit.health;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** Wires the health of the broker into every service. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
public class HealthConfiguration {

    private static final int PATIENCE_MILLIS = 5_000;

    /** What was asked is waited for when this closes: by default for a minute, where the broker is away. */
    @Bean(destroyMethod = "close")
    Admin admin(KafkaAdmin settings) {
        Map<String, Object> patient = new HashMap<>(settings.getConfigurationProperties());
        patient.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        patient.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return Admin.create(patient);
    }

    /** Named {@code broker} in the health groups. */
    @Bean
    BrokerHealth brokerHealthIndicator(Admin admin, Clock clock) {
        return new BrokerHealth(admin, clock);
    }
}
