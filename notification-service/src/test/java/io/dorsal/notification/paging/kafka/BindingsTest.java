package io.dorsal.notification.paging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

class BindingsTest {

    private final PropertySource<?> settings = load();

    @Test
    void theParkedListenerFollowsEveryParkedTopic() {
        assertThat(destinations("parked-in-0"))
                .containsExactlyInAnyOrderElementsOf(Subscriptions.all().stream()
                        .map(Subscription::parkedTopic)
                        .toList());
        assertThat(group("parked-in-0"))
                .isEqualTo(Subscriptions.NOTIFICATION_EMERGENCIES.group() + Subscriptions.PARKED_SUFFIX);
    }

    @Test
    void theOtherListenersReadTheirSubscriptions() {
        assertReads("emergencies-in-0", Subscriptions.NOTIFICATION_EMERGENCIES);
        assertReads("patients-in-0", Subscriptions.NOTIFICATION_PATIENTS);
    }

    private void assertReads(String binding, Subscription<?> subscription) {
        assertThat(destinations(binding)).containsExactly(subscription.topic().name());
        assertThat(group(binding)).isEqualTo(subscription.group());
    }

    private List<String> destinations(String binding) {
        return Arrays.stream(text(binding, "destination").split(","))
                .map(String::strip)
                .toList();
    }

    private String group(String binding) {
        return text(binding, "group");
    }

    private String text(String binding, String name) {
        return String.valueOf(settings.getProperty("spring.cloud.stream.bindings." + binding + "." + name));
    }

    private static PropertySource<?> load() {
        try {
            return new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yaml"))
                    .getFirst();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
