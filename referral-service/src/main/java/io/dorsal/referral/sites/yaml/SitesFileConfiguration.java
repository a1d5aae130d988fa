package io.dorsal.referral.sites.yaml;

import io.dorsal.referral.sites.ConfiguredSites;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Reads the sites from {@code dorsal.sites-file}; a file that is wrong fails the start. */
@Configuration(proxyBeanMethods = false)
class SitesFileConfiguration {

    @Bean
    ConfiguredSites configuredSites(@Value("${dorsal.sites-file:classpath:sites.yaml}") Resource file) {
        return new ConfiguredSites(SitesFile.read(file));
    }
}
