package io.dorsal.platform.site.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.dorsal.platform.site.SiteSettings;
import java.io.IOException;
import java.text.ParseException;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Who can sign in, which clients there are, and what their tokens say. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(SiteSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    RegisteredClientRepository registeredClients(Accounts accounts, SiteSettings settings) {
        return new InMemoryRegisteredClientRepository(Stream.concat(
                        accounts.accounts().stream().map(Clients::ofAccount),
                        settings.pages().entrySet().stream()
                                .map(page -> Clients.ofPage(page.getKey(), page.getValue())))
                .toList());
    }

    /** Access tokens are verified by their signature alone, so only the steps of a sign-in have to be remembered. */
    @Bean
    OAuth2AuthorizationService signIns() {
        return new SignIns();
    }

    @Bean
    UserDetailsService people(Accounts accounts) {
        return new InMemoryUserDetailsManager(accounts.accounts().stream()
                .filter(Account::signsIn)
                .map(account -> User.withUsername(account.name())
                        .password(Clients.secretOf(account.name()))
                        .authorities(account.roles().toArray(String[]::new))
                        .build())
                .toList());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claimsOfTheAccount(Accounts accounts) {
        return token -> {
            Authentication principal = token.getPrincipal();
            if (principal != null) {
                accounts.claimsOf(principal.getName())
                        .forEach((claim, value) -> token.getClaims().claim(claim, value));
            }
        };
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(SiteSettings settings) throws IOException, JOSEException, ParseException {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.stateDirectory())));
    }
}
