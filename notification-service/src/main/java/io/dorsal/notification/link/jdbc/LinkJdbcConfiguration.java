package io.dorsal.notification.link.jdbc;

import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.link.LinkReads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the reading of alerts by links. */
@Configuration(proxyBeanMethods = false)
class LinkJdbcConfiguration {

    @Bean
    LinkReads linkReads(JdbcClient jdbc, DatabaseWatch watch) {
        return new PostgresLinkReads(jdbc, watch);
    }
}
