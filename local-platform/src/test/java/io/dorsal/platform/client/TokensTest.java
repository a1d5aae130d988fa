package io.dorsal.platform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final HttpServer provider = server();

    @BeforeEach
    void serve() {
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void comeFromTheLocalPlatform() {
        answer("/oauth2/token", 200, "{\"access_token\": \"local\"}");

        assertThat(tokens().of("oncall")).isEqualTo("local");
    }

    @Test
    void comeFromKeycloakWhereDorsalRunsInContainers() {
        answer("/realms/dorsal/protocol/openid-connect/token", 200, "{\"access_token\": \"keycloak's\"}");

        assertThat(tokens().of("oncall")).isEqualTo("keycloak's");
    }

    @Test
    void areRefusedToAnAccountThatIsNotKnown() {
        answer("/oauth2/token", 401, "{\"error\": \"invalid_client\"}");

        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> tokens().of("nobody"))
                .withMessage("no token for nobody: the identity provider answered 401");
    }

    @Test
    void cannotComeFromAServerThatIsNoIdentityProvider() {
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> tokens().of("oncall"))
                .withMessageStartingWith("no identity provider of Dorsal's answers");
    }

    private Tokens tokens() {
        return new Tokens(provider.getAddress().getPort());
    }

    private void answer(String path, int status, String body) {
        provider.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
