package io.dorsal.referral.routing.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.referral.routing.NetworkTargets;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.policy.BrokenPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTargetsTest {

    private static final ClinicDirectory CLINICS = new ClinicDirectory(
            List.of(new Clinic("north", "North", "metro", ZoneId.of("UTC"), "+49 30 5550 0101", "always", false)));

    @TempDir
    private Path folder;

    @Test
    void withoutPoliciesThoseOfTheSettingsHoldEverywhere() {
        assertThat(new RoutingConfiguration().networkTargets(settings(), "", CLINICS))
                .isEqualTo(NetworkTargets.everywhere(settings().effectiveTargets()));
    }

    @Test
    void aNetworksPolicyShortensItsOwn() throws IOException {
        policy("{urgency: SOON, target: P3D, why: Because., approvedBy: Board}");

        Map<Urgency, Duration> metro = targets(settings());

        assertThat(metro)
                .containsEntry(Urgency.SOON, Duration.ofDays(3))
                .containsEntry(Urgency.URGENT, Duration.ofHours(24));
    }

    @Test
    void aTargetOfTheSettingsThatIsShorterStays() throws IOException {
        policy("{urgency: SOON, target: P3D, why: Because., approvedBy: Board}");

        assertThat(targets(new RoutingSettings(Map.of(Urgency.SOON, Duration.ofDays(1)))))
                .containsEntry(Urgency.SOON, Duration.ofDays(1));
    }

    @Test
    void aPolicyThatCannotBeReadFailsTheStart() throws IOException {
        policy("{urgency: SOON, target: PT0S, why: Because., approvedBy: Board}");

        assertThatThrownBy(() -> targets(settings()))
                .isInstanceOf(BrokenPolicies.class)
                .hasMessageContaining("metro.yaml, SOON: target must be positive");
    }

    private Map<Urgency, Duration> targets(RoutingSettings settings) {
        NetworkTargets targets = new RoutingConfiguration().networkTargets(settings, folder.toString(), CLINICS);
        return Objects.requireNonNull(targets.byNetwork().get("metro")).byUrgency();
    }

    private static RoutingSettings settings() {
        return new RoutingSettings(Map.of());
    }

    private void policy(String target) throws IOException {
        Files.writeString(folder.resolve("metro.yaml"), "network: metro\nversion: 1\ntargets: [" + target + "]\n");
    }
}
