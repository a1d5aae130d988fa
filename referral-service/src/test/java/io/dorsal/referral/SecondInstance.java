package io.dorsal.referral;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Another instance of the service, in the same JVM, on the same broker and database as the one under test. */
final class SecondInstance implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SecondInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static SecondInstance start(String... properties) {
        String[] arguments = Stream.concat(Stream.of("server.port=0"), Arrays.stream(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
        return new SecondInstance(new SpringApplicationBuilder(ReferralServiceApplication.class)
                .initializers(new CuttableDatabase())
                .run(arguments));
    }

    @Override
    public void close() {
        context.close();
    }
}
