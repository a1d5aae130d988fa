package io.dorsal.kit.lag;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import io.dorsal.kit.health.HealthConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceConfiguration;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.util.StringUtils;

/** Measures the lag of all that a service has bindings for, and has its bulk lanes yield by that. */
@AutoConfiguration(after = {HealthConfiguration.class, BindingServiceConfiguration.class})
public class LagConfiguration {

    private static final Duration EVERY = Duration.ofSeconds(5);

    @Bean
    @ConditionalOnBean(BindingServiceProperties.class)
    BackgroundLoop lagMeasuring(
            Admin admin, MeterRegistry registry, BindingServiceProperties bindings, ApplicationEventPublisher events) {
        Set<GroupTopic> readings = readings(bindings.getBindings().values());
        LagMetrics metrics = new LagMetrics(registry, new BrokerLag(admin, readings), readings);
        return new BackgroundLoop("lag-measuring", events, () -> {
            metrics.measure();
            return Next.after(EVERY);
        });
    }

    @Bean
    @ConditionalOnBean(BindingServiceProperties.class)
    BulkYielding bulkYielding(Admin admin, MeterRegistry registry, BindingServiceProperties bindings) {
        return new BulkYielding(readings(bindings.getBindings().values()), admin, registry);
    }

    @Bean
    @ConditionalOnBean(BulkYielding.class)
    BackgroundLoop bulkYieldingLoop(BulkYielding yielding, ApplicationEventPublisher events) {
        return new BackgroundLoop("bulk-yielding", events, yielding::look);
    }

    static Set<GroupTopic> readings(Collection<BindingProperties> bindings) {
        return bindings.stream()
                .filter(binding -> binding.getGroup() != null)
                .flatMap(binding ->
                        StringUtils.commaDelimitedListToSet(StringUtils.trimAllWhitespace(binding.getDestination()))
                                .stream()
                                .map(topic -> new GroupTopic(binding.getGroup(), topic)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
