package io.dorsal.triage.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.rules.engine.NetworkEngines;
import io.dorsal.rules.yaml.Rulesets;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts what decides, for clinics of the network metro, and nothing around it. */
@ExtendWith(OutputCaptureExtension.class)
class PoliciesAtStartIT {

    @TempDir
    Path folder;

    @Test
    void aPolicyThatLoosensFailsTheStartAndTheLogNamesEveryReasonWithoutAStackTrace(CapturedOutput log)
            throws IOException {
        policy("""
                urgencies:
                  - {rule: CES-1, urgency: URGENT, why: Too many alarms., approvedBy: Nobody}
                targets:
                  - {urgency: SOON, target: P14D, why: Too few doctors., approvedBy: Nobody}
                """);

        assertThatThrownBy(this::start).isNotNull();

        assertThat(log.getAll())
                .contains(
                        "APPLICATION FAILED TO START",
                        "metro.yaml, CES-1: loosens: it is EMERGENCY, and URGENT is less urgent",
                        "metro.yaml, SOON: loosens: target is PT168H, and PT336H is longer")
                .doesNotContain("\tat ");
    }

    @Test
    void anEngineIsMadeForEachNetworkThatHasAPolicy() throws IOException {
        policy("urgencies: [{rule: AGE-1, urgency: URGENT, why: Few are seen., approvedBy: Board}]\n");

        try (ConfigurableApplicationContext started = start()) {
            NetworkEngines engines = started.getBean(NetworkEngines.class);
            assertThat(engines.of("metro")).isSameAs(engines.of("metro")).isNotSameAs(engines.of(null));
            assertThat(engines.of("coast")).isSameAs(engines.of(null));
            assertThat(engines.of(null).ruleset()).isSameAs(Rulesets.active());
        }
    }

    private void policy(String entries) throws IOException {
        Files.writeString(folder.resolve("metro.yaml"), "network: metro\nversion: 1\n" + entries);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(TriageConfiguration.class, Surroundings.class)
                .web(WebApplicationType.NONE)
                .run("--dorsal.network-policies=" + folder);
    }

    @Configuration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ClinicDirectory clinics() {
            return new ClinicDirectory(List.of(
                    new Clinic("north", "North", "metro", ZoneId.of("UTC"), "+49 30 5550 0101", "always", false)));
        }
    }
}
