package io.dorsal.kit.pages.signin;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the pages sign people in.
 *
 * @param issuerUri the identity provider, as its tokens and browsers name it
 * @param discoveryUri where this service reads the provider's description, which may be another way to the same provider
 * @param clientId what the provider knows the pages of this service by
 */
@ConfigurationProperties("dorsal.sign-in")
record SignInSettings(URI issuerUri, URI discoveryUri, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "SignInSettings[" + issuerUri + ", " + clientId + "]";
    }
}
