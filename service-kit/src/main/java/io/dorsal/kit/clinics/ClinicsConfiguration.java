package io.dorsal.kit.clinics;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the clinics from {@code dorsal.clinics-file}; a file that is wrong fails the start. */
@AutoConfiguration
public class ClinicsConfiguration {

    @Bean
    ClinicDirectory clinicDirectory(@Value("${dorsal.clinics-file:classpath:clinics.yaml}") Resource file)
            throws IOException {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        try (InputStream in = file.getInputStream()) {
            return yaml.readValue(in, ClinicsFile.class).directory();
        }
    }

    private record ClinicsFile(Map<String, NetworkEntry> networks, List<ClinicEntry> clinics) {

        ClinicDirectory directory() {
            Map<String, String> onCallPhones = new HashMap<>();
            networks.forEach(
                    (network, entry) -> entry.onCallPhone().ifPresent(phone -> onCallPhones.put(network, phone)));
            return new ClinicDirectory(clinics.stream().map(this::clinic).toList(), onCallPhones);
        }

        private Clinic clinic(ClinicEntry entry) {
            NetworkEntry network = networks.get(entry.network());
            if (network == null) {
                throw new IllegalArgumentException(
                        "clinic %s names the network %s, which is not listed".formatted(entry.id(), entry.network()));
            }
            return new Clinic(
                    entry.id(),
                    entry.name(),
                    entry.network(),
                    ZoneId.of(entry.timeZone()),
                    entry.phone(),
                    entry.hours(),
                    network.sharesPatientKeys());
        }
    }

    /** An Optional, since nothing else may be left out of the file. */
    private record NetworkEntry(boolean sharesPatientKeys, Optional<String> onCallPhone) {}

    private record ClinicEntry(String id, String name, String network, String timeZone, String phone, String hours) {}
}
