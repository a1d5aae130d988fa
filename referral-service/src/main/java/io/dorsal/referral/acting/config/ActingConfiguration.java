package io.dorsal.referral.acting.config;

import io.dorsal.referral.acting.ActingOnReferral;
import io.dorsal.referral.lifecycle.Announcements;
import io.dorsal.referral.lifecycle.LifeCycle;
import io.dorsal.referral.lifecycle.Placing;
import io.dorsal.referral.lifecycle.ReferralStore;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what people do with referrals. */
@Configuration(proxyBeanMethods = false)
class ActingConfiguration {

    /** @param longestPause of a referral's clock, all pauses together */
    @Bean
    LifeCycle lifeCycle(@Value("${dorsal.referral.longest-pause:28d}") Duration longestPause) {
        return new LifeCycle(longestPause);
    }

    @Bean
    ActingOnReferral actingOnReferral(
            LifeCycle lifeCycle, ReferralStore store, Placing placing, Announcements announcements, Clock clock) {
        return new ActingOnReferral(lifeCycle, store, placing, announcements, clock);
    }
}
