package io.dorsal.referral.worklist.http;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.referral.worklist.ChangedReferrals;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import tools.jackson.databind.json.JsonMapper;

/** Wires the streams of referrals. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    @Bean
    ReferralStreams referralStreams(ChangedReferrals changes, JsonMapper json, Clock clock) {
        return new ReferralStreams(changes, line -> json.writeValueAsString(WorklistBody.of(line, clock.instant())));
    }

    @Bean
    BackgroundLoop readingChanges(ReferralStreams streams, ApplicationEventPublisher events) {
        return new BackgroundLoop("reading-changes", events, streams::round);
    }

    /** Before the server waits for requests to end, which these would not. */
    @Bean
    ApplicationListener<ContextClosedEvent> endingStreams(ReferralStreams streams) {
        return closed -> streams.close();
    }
}
