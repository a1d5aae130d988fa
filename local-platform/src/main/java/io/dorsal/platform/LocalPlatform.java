package io.dorsal.platform;

import io.dorsal.platform.broker.Broker;
import io.dorsal.platform.broker.TopicFile;
import io.dorsal.platform.database.Database;
import io.dorsal.platform.jvm.JvmPart;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Secrets;
import io.dorsal.platform.layout.Service;
import io.dorsal.platform.process.Part;
import io.dorsal.platform.process.PartFailure;
import io.dorsal.platform.process.PortCheck;
import io.dorsal.platform.services.ServiceParts;
import io.dorsal.platform.services.SitePart;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All parts of Dorsal on this machine. They start in the order in which they need each other, side by side where they
 * don't, and stop the other way round. Nothing here watches them: that is for the one who started them.
 */
public final class LocalPlatform {

    private final Installation installation;
    private final Ports ports;
    private final JvmPart broker;
    private final Database database;
    private final JvmPart site;
    private final Map<Service, JvmPart> services = new EnumMap<>(Service.class);

    public LocalPlatform(Installation installation, Ports ports, List<Service> wanted) {
        this.installation = installation;
        this.ports = ports;
        Secrets secrets = new Secrets(installation.secretsFile());
        HttpClient http = HttpClient.newHttpClient();
        this.broker = Broker.of(installation, ports);
        this.database = new Database(installation, secrets, ports.postgres());
        this.site = SitePart.of(installation, ports, secrets, http);
        ServiceParts parts = new ServiceParts(installation, ports, secrets, http);
        wanted.forEach(service -> services.put(service, parts.part(service)));
    }

    /**
     * Starts everything, and returns once all is ready.
     *
     * @throws PartFailure where a port is in use or a part failed; what had started still runs
     */
    public void start(Progress progress) {
        PortCheck.requireFree(ports.purposes(List.copyOf(services.keySet())));
        Together.run(List.of(() -> startBroker(progress), () -> startDatabase(progress)));
        Together.run(Stream.concat(Stream.of(site), services.values().stream())
                .<Runnable>map(part -> () -> start(part, progress))
                .toList());
    }

    private void startBroker(Progress progress) {
        long began = System.nanoTime();
        broker.start();
        int topics = new TopicFile(installation.root()).provision(ports.kafka());
        progress.ready(broker.name() + ", " + topics + " topics", since(began));
    }

    private void startDatabase(Progress progress) {
        long began = System.nanoTime();
        database.start();
        database.provision(Stream.of(Service.values())
                .map(Service::database)
                .flatMap(Optional::stream)
                .toList());
        progress.ready(database.name(), since(began));
    }

    private static void start(Part part, Progress progress) {
        long began = System.nanoTime();
        part.start();
        progress.ready(part.name(), since(began));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Stops everything that runs: services first, then what they need. */
    public void stop() {
        Together.run(
                services.values().stream().<Runnable>map(part -> part::stop).toList());
        Together.run(List.of(site::stop, broker::stop, database::stop));
    }

    /** The JVMs, in the order in which they start. */
    public List<JvmPart> jvms() {
        List<JvmPart> jvms = new ArrayList<>(List.of(broker, site));
        jvms.addAll(services.values());
        return jvms;
    }

    /** All parts, in the order in which they start. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(broker, database, site));
        parts.addAll(services.values());
        return parts;
    }

    public JvmPart broker() {
        return broker;
    }

    public Database database() {
        return database;
    }

    public JvmPart site() {
        return site;
    }

    /**
     * A service as a part, to be killed, stopped or started again.
     *
     * @throws IllegalArgumentException where this platform was made without it
     */
    public JvmPart service(Service service) {
        JvmPart part = services.get(service);
        if (part == null) {
            throw new IllegalArgumentException(service + " is no part of this platform");
        }
        return part;
    }

    public Ports ports() {
        return ports;
    }

    public Installation installation() {
        return installation;
    }
}
