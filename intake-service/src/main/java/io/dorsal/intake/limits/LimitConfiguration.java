package io.dorsal.intake.limits;

import com.sun.management.OperatingSystemMXBean;
import io.github.bucket4j.TimeMeter;
import java.lang.management.ManagementFactory;
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
    UploadPace uploadPace(@Value("${intake.limits.busy-above}") double busyAbove) {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new UploadPace(machine::getCpuLoad, busyAbove, TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    ClientLimits clientLimits(LimitSettings settings, UploadPace pace) {
        return new ClientLimits(settings, pace::share, TimeMeter.SYSTEM_NANOTIME);
    }
}
