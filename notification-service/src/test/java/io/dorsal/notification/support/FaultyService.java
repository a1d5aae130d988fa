package io.dorsal.notification.support;

import io.dorsal.testsupport.platform.IntegrationTest;
import io.dorsal.testsupport.platform.TcpProxy;
import io.dorsal.testsupport.platform.TestPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One running service, of which tests break all that it depends on; its patience is short. */
@IntegrationTest
public abstract class FaultyService {

    /** The last of those who share it ends it. */
    public static final int FIRST = Order.DEFAULT + 1;

    public static final int SECOND = FIRST + 1;

    protected static final Duration PATIENCE = Duration.ofSeconds(2);
    protected static final int POOL = 6;
    protected static final Faults DATABASE = new Faults(TestPlatform.newDatabase());
    protected static final TcpProxy SMTP = smtp();

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        Outside.register(registry);
        registry.add("spring.datasource.url", () -> DATABASE.database().url());
        registry.add("spring.datasource.username", () -> DATABASE.database().user());
        registry.add("spring.datasource.password", () -> DATABASE.database().password());
        registry.add("spring.datasource.hikari.maximum-pool-size", () -> POOL);
        registry.add("notification.fail-open-after", PATIENCE::toString);
        registry.add("spring.mail.port", SMTP::port);
        registry.add("notification.policy.networks.coast.steps[0].contacts[0]", () -> "oncall-coast");
        registry.add("notification.policy.networks.coast.steps[0].patience", () -> "1s");
        registry.add("notification.policy.networks.coast.steps[1].contacts[0]", () -> "oncall-coast");
        registry.add("notification.policy.networks.coast.steps[1].patience", () -> "1s");
    }

    private static TcpProxy smtp() {
        try {
            return TcpProxy.inFrontOf("127.0.0.1", Outside.MAIL.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
