package io.dorsal.notification.state.config;

import io.dorsal.notification.state.StateDirectory;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the state directory. */
@Configuration(proxyBeanMethods = false)
class StateConfiguration {

    @Bean
    StateDirectory stateDirectory(@Value("${notification.state-directory}") Path parent) {
        return StateDirectory.claim(parent);
    }
}
