package io.dorsal.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What holds for every container of docker-compose.yml. */
class ComposeFileTest {

    private static final String OURS = "dorsal/";

    private final Map<String, Map<String, Object>> services = new TreeMap<>();

    @BeforeEach
    @SuppressWarnings("unchecked")
    void read() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(Path.of("..", "docker-compose.yml")));
        services.putAll((Map<String, Map<String, Object>>) file.get("services"));
    }

    @Test
    void nothingIsWrittenButToVolumesAndMemory() {
        assertThat(services).allSatisfy((_, service) -> assertThat(service).containsEntry("read_only", true));
    }

    @Test
    void noContainerGainsPrivileges() {
        assertThat(services)
                .allSatisfy((_, service) -> assertThat(service)
                        .containsEntry("cap_drop", List.of("ALL"))
                        .doesNotContainKey("cap_add")
                        .containsEntry("security_opt", List.of("no-new-privileges:true")));
    }

    @Test
    void everyContainerHasALimitOfMemory() {
        assertThat(services).allSatisfy((_, service) -> assertThat(service).containsKey("mem_limit"));
    }

    @Test
    void everyImageIsOfAVersionOrBuiltHere() {
        assertThat(services).allSatisfy((_, service) -> {
            String image = String.valueOf(service.get("image"));
            if (image.startsWith(OURS)) {
                assertThat(service).containsKey("build");
            } else {
                assertThat(image).matches(".+:v?\\d.*");
            }
        });
    }

    @Test
    void noSecretStandsInTheEnvironment() {
        assertThat(services)
                .allSatisfy((_, service) -> assertThat(environment(service)).allSatisfy((name, value) -> {
                    if (name.matches(".*(PASSWORD|SECRET).*")) {
                        assertThat(name + "=" + value).containsAnyOf("=/run/secrets/", "=$${directory:");
                    }
                }));
    }

    /** By another address than browsers use, which names containers and not this machine. */
    @Test
    void pagesReadTheDescriptionOfTheIdentityProviderWithinTheNetwork() {
        Map<String, Object> intake = environment(services.getOrDefault("intake-service", Map.of()));
        String issuer = String.valueOf(intake.get("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI"));

        assertThat(intake.get("DORSAL_SIGNIN_DISCOVERYURI"))
                .isEqualTo(issuer.replace("localhost", "keycloak") + "/.well-known/openid-configuration");
        assertThat(environment(services.getOrDefault("keycloak", Map.of())))
                .containsEntry("KC_HOSTNAME", "http://localhost:8080")
                .containsEntry("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "true");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(Map<String, Object> service) {
        return (Map<String, Object>) service.getOrDefault("environment", Map.of());
    }
}
