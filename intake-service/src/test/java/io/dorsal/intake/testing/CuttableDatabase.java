package io.dorsal.intake.testing;

import static org.awaitility.Awaitility.await;

import io.dorsal.testsupport.platform.PlatformInitializer;
import io.dorsal.testsupport.platform.TcpProxy;
import io.dorsal.testsupport.platform.TestDatabase;
import io.dorsal.testsupport.platform.TestPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The database of the service under test, behind a proxy, and the clinic's system that it tells. A second instance of the
 * service joins it there.
 */
public final class CuttableDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final TestDatabase DATABASE = TestPlatform.newDatabase();

    private static final TcpProxy PROXY = proxy();

    /** For as long, a pool hands out a connection that it has just used without asking whether it is still one. */
    private static final Duration TRUST_IN_CONNECTIONS = Duration.ofMillis(500);

    private static volatile boolean disturbed;
    private static volatile long restoredAt = System.nanoTime();

    /** Breaks the connections to the database, and refuses new ones. */
    public static void cut() {
        disturbed = true;
        PROXY.cut();
    }

    /** The database answers no more. */
    public static void hang() {
        disturbed = true;
        PROXY.hang();
    }

    /** The database is there again. Whoever asks it first may still get a connection that has been broken. */
    public static void restore() {
        PROXY.restore();
        restoredAt = System.nanoTime();
    }

    /** Restores the database if a test has not, and tells whether one had to do without it. */
    static boolean isBackAfterAnOutage() {
        boolean outage = disturbed;
        disturbed = false;
        if (outage) {
            restore();
        }
        return outage;
    }

    /** Waits until no connection that has been broken is handed out any more. */
    public static void awaitNoBrokenConnections() {
        await().until(() -> System.nanoTime() - restoredAt > TRUST_IN_CONNECTIONS.toNanos());
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        new PlatformInitializer().initialize(context);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "clinic's system", ClinicSystem.shared().settings()));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "cuttable database",
                        Map.of(
                                "spring.datasource.url",
                                DATABASE.behind(PROXY).url(),
                                "spring.datasource.username",
                                DATABASE.user(),
                                "spring.datasource.password",
                                DATABASE.password(),
                                // Other modules' tests keep this machine busy.
                                "intake.patience-with-database",
                                "1s",
                                "intake.limits.lines-per-second",
                                "50000",
                                "intake.limits.lines-of-all-per-second",
                                "50000")));
    }

    private static TcpProxy proxy() {
        try {
            return TcpProxy.inFrontOf(DATABASE.host(), DATABASE.port());
        } catch (IOException e) {
            throw new UncheckedIOException("no proxy in front of the database", e);
        }
    }
}
