package io.dorsal.intake.limits;

import io.github.bucket4j.TimeMeter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the limits of clients. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    LimitSettings limitSettings(
            @Value("${intake.limits.submissions-per-second}") int submissionsPerSecond,
            @Value("${intake.limits.burst}") int burst,
            @Value("${intake.limits.uploads-at-once}") int uploadsAtOnce,
            @Value("${intake.limits.uploads-of-all}") int uploadsOfAll,
            @Value("${intake.limits.lines-per-second}") int linesPerSecond,
            @Value("${intake.limits.lines-of-all-per-second}") int linesOfAllPerSecond) {
        return new LimitSettings(
                submissionsPerSecond, burst, uploadsAtOnce, uploadsOfAll, linesPerSecond, linesOfAllPerSecond);
    }

    @Bean
    ClientLimits clientLimits(LimitSettings settings) {
        return new ClientLimits(settings, TimeMeter.SYSTEM_NANOTIME);
    }
}
