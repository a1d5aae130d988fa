package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

class BindingsTest {

    private final PropertySource<?> settings = load();

    @Test
    void eachListenerReadsItsSubscription() {
        assertReads("decisions-in-0", Subscriptions.REFERRAL_DECISIONS);
        assertReads("bulkDecisions-in-0", Subscriptions.REFERRAL_DECISIONS_BULK);
        assertReads("patients-in-0", Subscriptions.REFERRAL_PATIENTS);
    }

    private void assertReads(String binding, Subscription<?> subscription) {
        assertThat(setting(binding, "destination"))
                .isEqualTo(subscription.topic().name());
        assertThat(setting(binding, "group")).isEqualTo(subscription.group());
    }

    private Object setting(String binding, String name) {
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
