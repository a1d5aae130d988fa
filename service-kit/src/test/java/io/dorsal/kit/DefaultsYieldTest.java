package io.dorsal.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

class DefaultsYieldTest {

    @Test
    void whatAServiceSaysItselfWinsOverTheDefaultsThatItImports() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run("--spring.config.location=classpath:yielding/")) {
            Environment environment = context.getEnvironment();

            assertThat(environment.getProperty("spring.kafka.producer.properties.max.block.ms"))
                    .isEqualTo("2000");
            assertThat(environment.getProperty("spring.kafka.producer.properties.delivery.timeout.ms"))
                    .isEqualTo("10000");
        }
    }

    @Configuration
    static class Nothing {}
}
