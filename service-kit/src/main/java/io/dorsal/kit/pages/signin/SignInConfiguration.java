package io.dorsal.kit.pages.signin;

import io.dorsal.kit.pages.PageHeaders;
import io.dorsal.kit.pages.PageProblems;
import io.dorsal.kit.pages.PageRequests;
import io.dorsal.kit.pages.PagesConfiguration;
import io.dorsal.kit.pages.ServicePages;
import io.dorsal.kit.security.ApiSecurityAddition;
import io.dorsal.kit.security.Role;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Signs people in on the pages of a service. A browser's session is then a caller of the API too; what it changes there
 * carries a token that no other site can know.
 */
@AutoConfiguration(after = PagesConfiguration.class)
@ConditionalOnClass(ClientRegistration.class)
@ConditionalOnBean(ServicePages.class)
@EnableConfigurationProperties(SignInSettings.class)
public class SignInConfiguration {

    /** A shift. The identity provider may end it earlier: the token of the session is renewed there. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    private static final RequestMatcher CHANGES =
            request -> !(request.getMethod().equals(HttpMethod.GET.name())
                    || request.getMethod().equals(HttpMethod.HEAD.name())
                    || request.getMethod().equals(HttpMethod.OPTIONS.name()));

    @Bean
    IdentityProvider identityProvider(SignInSettings settings) {
        return new IdentityProvider(settings);
    }

    @Bean
    OAuth2AuthorizedClientRepository tokensInSessions() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    SessionTokens sessionTokens(
            IdentityProvider provider, OAuth2AuthorizedClientRepository clients, JwtDecoder decoder, Clock clock) {
        DefaultOAuth2AuthorizedClientManager renewing = new DefaultOAuth2AuthorizedClientManager(provider, clients);
        renewing.setAuthorizedClientProvider(provider.tokens().renewing());
        return new SessionTokens(clients, renewing, decoder, clock);
    }

    @Bean
    SignOut signOut(IdentityProvider provider) {
        return new SignOut(provider);
    }

    @Bean
    SessionApi sessionApi(SignOut signOut) {
        return new SessionApi(signOut);
    }

    @Bean
    SignedOutPage signedOutPage() {
        return new SignedOutPage();
    }

    @Bean
    @Order(1)
    SecurityFilterChain pageSecurity(
            HttpSecurity http,
            ServicePages pages,
            PageRequests requests,
            PageProblems problems,
            IdentityProvider provider,
            OAuth2AuthorizedClientRepository clients,
            SessionTokens tokens) {
        return http.securityMatcher(requests)
                .authorizeHttpRequests(access -> access.requestMatchers(PageRequests.OPEN.toArray(String[]::new))
                        .permitAll()
                        .requestMatchers(pages.paths().toArray(String[]::new))
                        .hasAnyAuthority(pages.roles().stream().map(Role::name).toArray(String[]::new))
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.clientRegistrationRepository(provider)
                        .authorizedClientRepository(clients)
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(
                                provider.tokens().redeeming()))
                        .loginPage(SignInStart.PATH)
                        .successHandler(signedIn())
                        .failureHandler((request, response, failure) -> problems.signInFailed(request, response)))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                new LoginUrlAuthenticationEntryPoint(SignInStart.PATH))
                        .accessDeniedHandler((request, response, refusal) -> problems.denied(request, response)))
                .requestCache(cache -> cache.requestCache(visits()))
                .csrf(SignInConfiguration::againstForgery)
                .headers(headers -> headers.defaultsDisabled()
                        .httpStrictTransportSecurity(https -> {})
                        .addHeaderWriter(new PageHeaders()))
                .addFilterBefore(new SignInStart(provider, problems), OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterAfter(new SessionCallers(tokens), SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    ApiSecurityAddition callsBySession(SessionTokens tokens) {
        return http -> http.securityContext(
                        context -> context.securityContextRepository(new HttpSessionSecurityContextRepository()))
                .csrf(SignInConfiguration::againstForgery)
                .addFilterAfter(new SessionCallers(tokens), SecurityContextHolderFilter.class);
    }

    /** Only a browser sends a session along without being asked; whoever is nobody is told so, rather than suspected. */
    private static void againstForgery(CsrfConfigurer<HttpSecurity> csrf) {
        csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository())
                .requireCsrfProtectionMatcher(
                        request -> CHANGES.matches(request) && SessionCallers.mayCallBySession(request));
    }

    /** Where somebody was going when asked to sign in. Without a name, which Spring allows, no address gets a parameter. */
    @SuppressWarnings("NullAway")
    private static HttpSessionRequestCache visits() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> request.getMethod().equals(HttpMethod.GET.name()));
        return cache;
    }

    private static AuthenticationSuccessHandler signedIn() {
        SavedRequestAwareAuthenticationSuccessHandler onwards = new SavedRequestAwareAuthenticationSuccessHandler();
        return (request, response, authentication) -> {
            request.getSession().setMaxInactiveInterval((int) LONGEST_PAUSE.toSeconds());
            onwards.onAuthenticationSuccess(request, response, authentication);
        };
    }
}
