package io.dorsal.kit.pages.signin;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Asks the identity provider for tokens as Spring does, but waits no longer than {@link IdentityProvider} does. */
final class TokenEndpoint {

    private final RestClient http;

    TokenEndpoint(ClientHttpRequestFactory requests) {
        this.http = RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    RestClientAuthorizationCodeTokenResponseClient redeeming() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(http);
        return client;
    }

    RefreshTokenOAuth2AuthorizedClientProvider renewing() {
        RestClientRefreshTokenTokenResponseClient client = new RestClientRefreshTokenTokenResponseClient();
        client.setRestClient(http);
        RefreshTokenOAuth2AuthorizedClientProvider renewing = new RefreshTokenOAuth2AuthorizedClientProvider();
        renewing.setAccessTokenResponseClient(client);
        return renewing;
    }
}
