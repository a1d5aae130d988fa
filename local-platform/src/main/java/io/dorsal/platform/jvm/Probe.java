package io.dorsal.platform.jvm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a part whether it is ready. */
@FunctionalInterface
public interface Probe {

    Duration PATIENCE = Duration.ofSeconds(5);

    boolean ready();

    /** Ready once it accepts connections. */
    static Probe ofPort(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
                return true;
            } catch (IOException refused) {
                return false;
            }
        };
    }

    /** Ready once its readiness endpoint says so. It is not asked before the port is open: that would cost far more. */
    static Probe ofHealth(HttpClient http, int managementPort) {
        Probe open = ofPort(managementPort);
        Probe healthy = ofUrl(http, "http://localhost:" + managementPort + "/actuator/health/readiness");
        return () -> open.ready() && healthy.ready();
    }

    /** Ready once it answers 200 there. */
    static Probe ofUrl(HttpClient http, String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        return () -> {
            try {
                return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }
}
