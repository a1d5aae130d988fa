package io.dorsal.notification.support;

import io.dorsal.testsupport.platform.IntegrationTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * One running service, as it is configured, for all tests that extend this: they run first, one class after the other.
 * What they do there they do to assessments of their own.
 */
@IntegrationTest
public abstract class SharedService {

    /** A network whose chain goes on after seconds; all others wait for minutes. */
    public static final String QUICK = "quick";

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        Outside.register(registry);
        String steps = "notification.policy.networks." + QUICK + ".steps";
        registry.add(steps + "[0].contacts[0]", () -> "oncall-metro");
        registry.add(steps + "[0].patience", () -> "1s");
        registry.add(steps + "[1].contacts[0]", () -> "oncall-metro");
        registry.add(steps + "[1].contacts[1]", () -> "duty-lead");
        registry.add(steps + "[1].patience", () -> "1s");
    }
}
