package io.dorsal.intake.preview;

import io.dorsal.kit.clinics.ClinicDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the look ahead, by the same settings as triage's. */
@Configuration(proxyBeanMethods = false)
class PreviewConfiguration {

    @Bean
    PreviewRules previewRules(
            @Value("${triage.ruleset:}") String ruleset,
            @Value("${dorsal.network-policies:}") String policies,
            ClinicDirectory clinics) {
        return new PreviewRules(path(ruleset), path(policies), clinics.networks());
    }

    private static @Nullable Path path(String folder) {
        return folder.isBlank() ? null : Path.of(folder);
    }
}
