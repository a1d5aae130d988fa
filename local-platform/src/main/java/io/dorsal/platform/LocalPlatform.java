package io.dorsal.platform;

import io.dorsal.platform.broker.Broker;
import io.dorsal.platform.broker.TopicFile;
import io.dorsal.platform.database.Database;
import io.dorsal.platform.database.Databases;
import io.dorsal.platform.jvm.JvmPart;
import io.dorsal.platform.jvm.Probe;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Secrets;
import io.dorsal.platform.layout.Service;
import io.dorsal.platform.process.ElsewherePart;
import io.dorsal.platform.process.Part;
import io.dorsal.platform.process.PartFailure;
import io.dorsal.platform.process.PortCheck;
import io.dorsal.platform.services.ServiceParts;
import io.dorsal.platform.services.SitePart;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All parts of Dorsal on this machine. They start in the order in which they need each other, side by side where they
 * don't, and stop the other way round. Nothing here watches them: that is for the one who started them.
 */
public final class LocalPlatform {

    private final Installation installation;
    private final Ports ports;
    private final Part broker;
    private final Part database;
    private final Databases databases;
    private final Map<Integer, String> usedPorts;
    private final JvmPart site;
    private final Map<Service, JvmPart> services = new EnumMap<>(Service.class);

    private LocalPlatform(
            Installation installation,
            Ports ports,
            Secrets secrets,
            Part broker,
            Part database,
            Map<Integer, String> usedPorts) {
        this.installation = installation;
        this.ports = ports;
        this.broker = broker;
        this.database = database;
        this.databases = new Databases(secrets, ports.postgres());
        this.usedPorts = usedPorts;
        HttpClient http = HttpClient.newHttpClient();
        this.site = SitePart.of(installation, ports, secrets, http);
        ServiceParts parts = new ServiceParts(installation, ports, secrets, http);
        for (Service service : Service.values()) {
            services.put(service, parts.part(service));
        }
    }

    /** The whole platform, with a broker and a database of its own. */
    public static LocalPlatform of(Installation installation, Ports ports) {
        Secrets secrets = new Secrets(installation.secretsFile());
        Map<Integer, String> usedPorts = new LinkedHashMap<>(ports.purposes());
        usedPorts.putAll(ports.purposesOfServers());
        return new LocalPlatform(
                installation,
                ports,
                secrets,
                Broker.of(installation, ports),
                new Database(installation, new Databases(secrets, ports.postgres()), ports.postgres()),
                usedPorts);
    }

    /**
     * The platform on a broker and a database that somebody else runs, on their ports of this machine. The database's
     * superuser is {@link Databases#SUPERUSER} with its password of the installation.
     */
    public static LocalPlatform besideServers(Installation installation, Ports ports) {
        Secrets secrets = new Secrets(installation.secretsFile());
        return new LocalPlatform(
                installation,
                ports,
                secrets,
                elsewhere(Broker.NAME, installation, ports.kafka()),
                elsewhere(Database.NAME, installation, ports.postgres()),
                ports.purposes());
    }

    private static Part elsewhere(String name, Installation installation, int port) {
        return new ElsewherePart(name, installation.log(name), Probe.ofPort(port)::ready);
    }

    /**
     * Starts everything, and returns once all is ready.
     *
     * @throws PartFailure where a port is in use or a part failed; what had started still runs
     */
    public void start(Progress progress) {
        PortCheck.requireFree(usedPorts);
        Together.run(List.of(() -> start(site, progress), () -> startServersThenServices(progress)));
    }

    private void startServersThenServices(Progress progress) {
        Together.run(List.of(() -> startBroker(progress), () -> startDatabase(progress)));
        Together.run(services.values().stream()
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
        databases.provision(Arrays.stream(Service.values())
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

    /** Stops everything that runs: services first, then what they need. Returns what could not be stopped in order. */
    public List<RuntimeException> stop() {
        List<RuntimeException> failures = new ArrayList<>(Together.runAll(
                services.values().stream().<Runnable>map(part -> part::stop).toList()));
        failures.addAll(Together.runAll(List.of(site::stop, broker::stop, database::stop)));
        return failures;
    }

    /** The JVMs that were started here, in the order in which they start. */
    public List<JvmPart> jvms() {
        return parts().stream()
                .filter(JvmPart.class::isInstance)
                .map(JvmPart.class::cast)
                .toList();
    }

    /** All parts, in the order in which they start. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(broker, database, site));
        parts.addAll(services.values());
        return parts;
    }

    /** A part by its name, to be killed, stopped or started again. */
    public Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public Ports ports() {
        return ports;
    }

    public Installation installation() {
        return installation;
    }
}
