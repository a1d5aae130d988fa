package io.dorsal.kit.health;

import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** Wires the health of the broker into every service. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
public class HealthConfiguration {

    @Bean(destroyMethod = "close")
    Admin admin(KafkaAdmin settings) {
        return Admin.create(settings.getConfigurationProperties());
    }

    /** Named {@code broker} in the health groups. */
    @Bean
    BrokerHealth brokerHealthIndicator(Admin admin, Clock clock) {
        return new BrokerHealth(admin, clock);
    }
}
