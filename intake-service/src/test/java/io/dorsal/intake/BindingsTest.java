package io.dorsal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

class BindingsTest {

    private final PropertySource<?> settings = load();

    @Test
    void eachListenerReadsItsSubscription() {
        assertReads("assessments-in-0", Subscriptions.VIEW_ASSESSMENTS);
        assertReads("assessmentsBulk-in-0", Subscriptions.VIEW_ASSESSMENTS_BULK);
        assertReads("patients-in-0", Subscriptions.VIEW_PATIENTS);
        assertReads("decisions-in-0", Subscriptions.VIEW_DECISIONS);
        assertReads("decisionsBulk-in-0", Subscriptions.VIEW_DECISIONS_BULK);
        assertReads("referrals-in-0", Subscriptions.VIEW_REFERRALS);
        assertReads("alerts-in-0", Subscriptions.VIEW_ALERTS);
    }

    @Test
    void whatTriageParksOfTheIntakeLanesIsFollowedInAGroupOfItsOwn() {
        assertThat(destinations("parked-in-0"))
                .containsExactlyInAnyOrder(
                        Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic(),
                        Subscriptions.TRIAGE_ASSESSMENTS_BULK.parkedTopic());
        assertThat(setting("parked-in-0", "group"))
                .isEqualTo(Subscriptions.VIEW_ASSESSMENTS.group() + Subscriptions.PARKED_SUFFIX);
    }

    private void assertReads(String binding, Subscription<?> subscription) {
        assertThat(destinations(binding)).containsExactly(subscription.topic().name());
        assertThat(setting(binding, "group")).isEqualTo(subscription.group());
    }

    private List<String> destinations(String binding) {
        return Arrays.stream(setting(binding, "destination").split(","))
                .map(String::strip)
                .toList();
    }

    private String setting(String binding, String name) {
        return String.valueOf(settings.getProperty("spring.cloud.stream.bindings." + binding + "." + name));
    }

    private static PropertySource<?> load() {
        try {
            return new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yaml"))
                    .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
