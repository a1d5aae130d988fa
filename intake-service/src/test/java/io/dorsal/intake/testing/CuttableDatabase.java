package io.dorsal.intake.testing;

import io.dorsal.testsupport.platform.PlatformInitializer;
import io.dorsal.testsupport.platform.TcpProxy;
import io.dorsal.testsupport.platform.TestDatabase;
import io.dorsal.testsupport.platform.TestPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** Cuts off the database, or lets it hang. */
    public static final TcpProxy PROXY = proxy();

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
                                "spring.datasource.url", DATABASE.behind(PROXY).url(),
                                "spring.datasource.username", DATABASE.user(),
                                "spring.datasource.password", DATABASE.password())));
    }

    private static TcpProxy proxy() {
        try {
            return TcpProxy.inFrontOf(DATABASE.host(), DATABASE.port());
        } catch (IOException e) {
            throw new UncheckedIOException("no proxy in front of the database", e);
        }
    }
}
