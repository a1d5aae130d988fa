package io.dorsal.kit.pages.signin;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The identity provider as it describes itself: asked when somebody signs in, and not at the start of the service. */
final class IdentityProvider implements ClientRegistrationRepository {

    /** The name of the one registration, which is part of addresses that the provider knows. */
    static final String REGISTRATION = "dorsal";

    private static final ParameterizedTypeReference<Map<String, Object>> DESCRIPTION =
            new ParameterizedTypeReference<>() {};
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SignInSettings settings;
    private final JdkClientHttpRequestFactory requests;
    private final RestClient http;
    private volatile @Nullable ClientRegistration known;

    IdentityProvider(SignInSettings settings) {
        this.settings = settings;
        this.requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** Where it issues tokens. */
    TokenEndpoint tokens() {
        return new TokenEndpoint(requests);
    }

    /** Asks the provider to describe itself; false where it does not answer. */
    boolean answers() {
        try {
            known = read();
            return true;
        } catch (RestClientException e) {
            return false;
        }
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(REGISTRATION) ? registration() : null;
    }

    /** Where a browser ends its session with the provider, if that is known and provided for. */
    Optional<URI> endOfSession() {
        return Optional.ofNullable(known)
                .map(registration -> registration
                        .getProviderDetails()
                        .getConfigurationMetadata()
                        .get("end_session_endpoint"))
                .map(endpoint -> URI.create(endpoint.toString()));
    }

    private ClientRegistration registration() {
        ClientRegistration registration = known;
        if (registration == null) {
            registration = read();
            known = registration;
        }
        return registration;
    }

    private ClientRegistration read() {
        Map<String, Object> description = Objects.requireNonNull(
                http.get().uri(settings.discoveryUri()).retrieve().body(DESCRIPTION));
        if (!settings.issuerUri().toString().equals(description.get("issuer"))) {
            throw new IllegalStateException("the identity provider describes itself as another than is configured");
        }
        return ClientRegistrations.fromOidcConfiguration(description)
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
