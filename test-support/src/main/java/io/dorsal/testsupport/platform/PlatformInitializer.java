package io.dorsal.testsupport.platform;

import io.dorsal.testsupport.identity.TokenIssuer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Points a service under test at the shared broker, a database of its own and the test issuer. A test that sets one of
 * these properties itself (with {@code @DynamicPropertySource}) wins.
 */
public final class PlatformInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestPlatform.newDatabase();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.kafka.bootstrap-servers", TestPlatform.bootstrapServers());
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        properties.put(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                TokenIssuer.shared().issuer());
        properties.put("management.server.port", "0");
        context.getEnvironment()
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("platform", properties));
    }
}
