package io.dorsal.intake.view;

import io.dorsal.intake.IntakeMetrics;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what all ways into the view have in common. */
@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

    @Bean
    Telling telling(IntakeMetrics metrics, Clock clock) {
        return new Telling(metrics, clock);
    }
}
