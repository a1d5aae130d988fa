package io.dorsal.platform.site;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the supervisor tells the site.
 *
 * @param issuer the address under which tokens are issued
 * @param stateDirectory where the signing key and the caught deliveries are kept
 * @param smtpPort the port of the mail catcher; 0 takes a free one
 * @param webhookSecret the secret with which webhooks are signed, beginning with {@code whsec_}
 * @param pages the address of each service that has pages, by the name of the service
 */
@ConfigurationProperties("dorsal.site")
public record SiteSettings(
        URI issuer,
        Path stateDirectory,
        int smtpPort,
        String webhookSecret,
        @DefaultValue Map<String, URI> pages) {}
