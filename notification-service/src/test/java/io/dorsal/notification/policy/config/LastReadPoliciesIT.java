package io.dorsal.notification.policy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.SomePolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class LastReadPoliciesIT {

    /** As strict as the service's own. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @TempDir
    private Path directory;

    private boolean sourceIsAway;

    @Test
    void whileTheSourceIsAwayThoseReadLastHoldAlsoAfterARestart() {
        assertThat(policies().get()).isEqualTo(SomePolicies.inTwoSteps());
        LastReadPolicies running = policies();
        running.get();

        sourceIsAway = true;

        assertThat(running.get()).isEqualTo(SomePolicies.inTwoSteps());
        assertThat(policies().get()).isEqualTo(SomePolicies.inTwoSteps());
    }

    @Test
    void withNothingEverReadTheStartFails() {
        sourceIsAway = true;

        assertThatThrownBy(() -> policies().get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSnapshotThatIsDamagedIsNone() throws IOException {
        policies().get();
        Files.writeString(directory.resolve("policies.json"), "{\"byNetwork\":");
        sourceIsAway = true;

        assertThatThrownBy(() -> policies().get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSnapshotNamesStaffAndIsForNobodyElseToRead() throws IOException {
        policies().get();

        assertThat(Files.getPosixFilePermissions(directory.resolve("policies.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private LastReadPolicies policies() {
        return new LastReadPolicies(this::source, new PolicySnapshot(directory, JSON));
    }

    private Policies source() {
        if (sourceIsAway) {
            throw new IllegalStateException("away");
        }
        return SomePolicies.inTwoSteps();
    }
}
