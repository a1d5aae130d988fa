package io.dorsal.platform.launcher;

import io.dorsal.platform.jvm.Probe;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Service;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** Dorsal where containers run it: seen by what answers on the ports that they publish, which are those of every Dorsal. */
final class InContainers {

    private static final String REALM = "/realms/dorsal";

    private final Ports ports;
    private final HttpClient http;

    InContainers(Ports ports, HttpClient http) {
        this.ports = ports;
        this.http = http;
    }

    /** Whether they run here: they have Keycloak where this machine's own platform has its site. */
    boolean run() {
        return identity().ready();
    }

    /** What there is to see. */
    List<Seen> parts() {
        List<Seen> parts = new ArrayList<>(List.of(
                new Seen("broker", Probe.ofPort(ports.kafka()), "localhost:" + ports.kafka()),
                new Seen("database", Probe.ofPort(ports.postgres()), "localhost:" + ports.postgres()),
                new Seen("identity", identity(), "http://localhost:" + ports.site() + REALM)));
        for (Service service : Service.values()) {
            parts.add(new Seen(
                    service.id(),
                    Probe.ofHealth(http, ports.managementOf(service)),
                    "http://localhost:" + ports.of(service)));
        }
        return parts;
    }

    private Probe identity() {
        return Probe.ofUrl(http, "http://localhost:" + ports.site() + REALM);
    }

    /** A part, as it is seen from outside. */
    record Seen(String name, Probe probe, String address) {}
}
