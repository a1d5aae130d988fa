package io.dorsal.notification.delivery.config;

import io.dorsal.kit.tracing.Traces;
import io.dorsal.notification.delivery.Channel;
import io.dorsal.notification.delivery.DeliveryListener;
import io.dorsal.notification.delivery.DeliveryQueue;
import io.dorsal.notification.delivery.DeliveryWorker;
import io.dorsal.notification.delivery.Lane;
import io.dorsal.notification.delivery.RetryPauses;
import io.dorsal.notification.delivery.Sender;
import io.dorsal.notification.delivery.Tellings;
import io.dorsal.notification.delivery.TracedChannel;
import io.dorsal.notification.delivery.Wording;
import io.dorsal.notification.link.AlertLinks;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.waking.Bell;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the making of deliveries: a worker for each channel and lane. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    /** Rung when there are new deliveries. */
    @Bean
    Bell deliveriesBell() {
        return new Bell();
    }

    @Bean
    Wording wording(@Value("${notification.link}") String link, AlertLinks links) {
        return new Wording(link, links);
    }

    @Bean
    RetryPauses retryPauses() {
        return new RetryPauses(new SecureRandom());
    }

    @Bean
    Sender sender(List<Channel> channels, Traces traces) {
        return new Sender(channels.stream()
                .<Channel>map(channel -> new TracedChannel(channel, traces))
                .toList());
    }

    @Bean
    DeliveryWorkers deliveryWorkers(
            DeliveryQueue queue,
            Sender sender,
            Tellings tellings,
            CurrentPolicies policies,
            RetryPauses pauses,
            List<DeliveryListener> listeners,
            @Qualifier("deliveriesBell") Bell bell,
            Clock clock,
            ApplicationEventPublisher events) {
        DeliveryListener listener = (claim, outcome) -> listeners.forEach(one -> one.attempted(claim, outcome));
        List<DeliveryWorker> workers = new ArrayList<>();
        for (ChannelKind channel : ChannelKind.values()) {
            for (Lane lane : Lane.values()) {
                workers.add(new DeliveryWorker(
                        channel, lane, queue, sender, tellings, policies, pauses, listener, bell, clock));
            }
        }
        return new DeliveryWorkers(workers, events);
    }
}
