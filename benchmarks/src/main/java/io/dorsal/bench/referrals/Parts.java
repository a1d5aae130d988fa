package io.dorsal.bench.referrals;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dorsal.referral.lifecycle.Announcements;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of the service that read and change referrals, wired as it does, but for the broker. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"io.dorsal.referral.jdbc", "io.dorsal.referral.lifecycle.jdbc", "io.dorsal.referral.worklist.jdbc"})
class Parts {

    private static final int BYTES_OF_AN_EVENT = 250;

    static AnnotationConfigApplicationContext over(String url) {
        AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();
        parts.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("parts", Map.of("referral.forecast.time-zone", "UTC")));
        parts.registerBean(JdbcConnectionDetails.class, () -> new Connections(url));
        parts.register(Parts.class);
        parts.refresh();
        return parts;
    }

    @Bean
    static PropertySourcesPlaceholderConfigurer settings() {
        return new PropertySourcesPlaceholderConfigurer();
    }

    @Bean
    DataSource connections(JdbcConnectionDetails details) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(details.getJdbcUrl());
        settings.setUsername(details.getUsername());
        settings.setMaximumPoolSize(1);
        return new HikariDataSource(settings);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource connections) {
        return new JdbcTemplate(connections);
    }

    @Bean
    JdbcClient jdbcClient(DataSource connections) {
        return JdbcClient.create(connections);
    }

    @Bean
    TransactionTemplate transactions(DataSource connections) {
        return new TransactionTemplate(new JdbcTransactionManager(connections));
    }

    /** Events go into the outbox as large as they are; nobody relays them. */
    @Bean
    Announcements announcements(JdbcTemplate jdbc) {
        String event = "e".repeat(BYTES_OF_AN_EVENT);
        return changes -> changes.forEach(change -> {
            String key = change.referral().assessmentId().toString();
            for (String topic : List.of("referral.changes.v1", "referral.queue.v1")) {
                jdbc.update(
                        "insert into outbox (topic, record_key, value) values (?, ?, ?)",
                        topic,
                        key,
                        event.getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    /** How to connect to the server of this benchmark. */
    private record Connections(String url) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return "postgres";
        }

        @Override
        public String getPassword() {
            return "postgres";
        }
    }
}
