package io.dorsal.triage.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.Rulesets;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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

/** Starts what decides, and nothing around it. */
@ExtendWith(OutputCaptureExtension.class)
class ChosenRulesetIT {
    private static final Path PACKED =
            Path.of("..", "clinical-rules", "src", "main", "resources", "rulesets", Rulesets.ACTIVE_VERSION);

    @TempDir
    Path folder;

    @BeforeEach
    void copyThePackedRuleset() throws IOException {
        try (Stream<Path> files = Files.walk(PACKED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(PACKED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void thePackedOneDecidesUnlessAFolderIsNamed() {
        try (ConfigurableApplicationContext started = start("--triage.ruleset=")) {
            assertThat(ruleset(started)).isSameAs(Rulesets.active());
        }
    }

    @Test
    void theRulesetOfTheFolderDecides() throws IOException {
        replace("ruleset.yaml", "first edition", "another edition");

        try (ConfigurableApplicationContext started = start("--triage.ruleset=" + folder)) {
            assertThat(ruleset(started).title()).isEqualTo("Back-pain triage, another edition");
        }
    }

    @Test
    void aBrokenOneFailsTheStartAndTheLogNamesEveryDefectWithoutAStackTrace(CapturedOutput log) throws IOException {
        replace("rules/urgent.yaml", "sources: [S1.9, S1.3]", "sources: [S1.11]");
        replace("ruleset.yaml", "status: active", "status: draft");

        assertThatThrownBy(() -> start("--triage.ruleset=" + folder)).isNotNull();

        assertThat(log.getAll())
                .contains(
                        "APPLICATION FAILED TO START",
                        "rules/urgent.yaml, CES-3: unresolved source: S1.11",
                        "ruleset.yaml: status is draft: only an active ruleset decides")
                .doesNotContain("\tat ");
    }

    private static ConfigurableApplicationContext start(String setting) {
        return new SpringApplicationBuilder(TriageConfiguration.class, Surroundings.class)
                .web(WebApplicationType.NONE)
                .run(setting);
    }

    private static Ruleset ruleset(ConfigurableApplicationContext started) {
        return started.getBean(TriageEngine.class).ruleset();
    }

    private void replace(String file, String text, String with) throws IOException {
        Path path = folder.resolve(file);
        String content = Files.readString(path);
        assertThat(content).contains(text);
        Files.writeString(path, content.replace(text, with));
    }

    @Configuration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ClinicDirectory clinics() {
            return new ClinicDirectory(List.of());
        }
    }
}
