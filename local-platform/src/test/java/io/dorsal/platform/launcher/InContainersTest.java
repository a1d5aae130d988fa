package io.dorsal.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is seen of containers by what answers on their ports. */
class InContainersTest {

    private final Ports ports = Ports.random();
    private final HttpClient http = HttpClient.newHttpClient();
    private final InContainers containers = new InContainers(ports, http);
    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
        http.close();
    }

    @Test
    void theyRunWhereKeycloakHasTheRealm() throws IOException {
        assertThat(containers.run()).isFalse();

        answering(ports.site(), "/realms/dorsal", 200);

        assertThat(containers.run()).isTrue();
    }

    @Test
    void whatIsOfAnotherKindOnThePortOfKeycloakIsNotTheirs() throws IOException {
        answering(ports.site(), "/", 404);

        assertThat(containers.run()).isFalse();
    }

    @Test
    void aServiceIsReadyWhereItsReadinessSaysSo() throws IOException {
        answering(ports.managementOf(Service.INTAKE), "/actuator/health/readiness", 200);
        answering(ports.managementOf(Service.TRIAGE), "/actuator/health/readiness", 503);

        assertThat(containers.parts())
                .filteredOn(part -> part.probe().ready())
                .extracting(InContainers.Seen::name)
                .containsExactly("intake-service");
    }

    private void answering(int port, String path, int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        servers.add(server);
    }
}
