package io.dorsal.triage.shadow.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.testsupport.rulesets.CandidateRuleset;
import io.dorsal.triage.shadow.RefusedCandidate;
import io.dorsal.triage.shadow.Shadow;
import io.dorsal.triage.shadow.ShadowEvaluation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;

class ShadowConfigurationTest {

    private static final Clinic CLINIC =
            new Clinic("north", "North", "metro", ZoneId.of("UTC"), "+49 30 5550 0101", "always", false);

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(ShadowConfiguration.class)
            .withBean(ProducerFactory.class, () -> new DefaultKafkaProducerFactory<String, byte[]>(Map.of()))
            .withBean(PublishedSchemas.class, PublishedSchemas::ofAllEvents)
            .withBean(ClinicDirectory.class, () -> new ClinicDirectory(List.of(CLINIC)))
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withBean(Clock.class, Clock::systemUTC);

    @TempDir
    private Path folder;

    @Test
    void withoutTheSettingThereIsNoCandidateAndNothingIsCounted() {
        service.run(context -> {
            assertThat(context).getBean(Shadow.class).isSameAs(Shadow.NONE);
            assertThat(context.getBean(MeterRegistry.class).getMeters()).isEmpty();
        });
    }

    @Test
    void aSettingThatIsEmptyIsNone() {
        service.withPropertyValues("triage.shadow-ruleset=")
                .run(context -> assertThat(context).getBean(Shadow.class).isSameAs(Shadow.NONE));
    }

    @Test
    void theFolderOfARulesetIsACandidate() {
        CandidateRuleset.copiedTo(folder);

        service.withPropertyValues("triage.shadow-ruleset=" + folder)
                .run(context -> assertThat(context).getBean(Shadow.class).isInstanceOf(ShadowEvaluation.class));
    }

    @Test
    void aBrokenCandidateFailsTheStartAndTheFailureNamesFileRuleAndReason() {
        CandidateRuleset.copiedTo(folder).with("cases/soon.yaml", "CANCER-5:", "CANCER-55:");

        service.withPropertyValues("triage.shadow-ruleset=" + folder)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(RefusedCandidate.class)
                        .hasMessageContaining("cases/soon.yaml, CANCER-55: cases of no rule")
                        .hasMessageContaining("rules/soon.yaml, CANCER-5: has no firing case"));
    }

    @Test
    void aCandidateToWhichAPolicyCannotBeAppliedFailsTheStart(@TempDir Path policies) throws IOException {
        CandidateRuleset.copiedTo(folder).withUrgency("soon.yaml", "RHEUM-3", "URGENT");
        Files.writeString(policies.resolve("metro.yaml"), """
                network: metro
                version: 1
                urgencies:
                  - {rule: RHEUM-3, urgency: URGENT, why: Rheumatologists are near., approvedBy: Board of metro}
                """);

        service.withPropertyValues("triage.shadow-ruleset=" + folder, "dorsal.network-policies=" + policies)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(RefusedCandidate.class)
                        .hasMessageContaining("does not go with the policies of networks in " + policies)
                        .hasMessageContaining("metro.yaml, RHEUM-3: is URGENT already"));
    }
}
