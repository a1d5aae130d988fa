package io.dorsal.system.support;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.Progress;
import io.dorsal.platform.client.EventJson;
import io.dorsal.platform.client.Tokens;
import io.dorsal.platform.client.TopicReader;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Secrets;
import io.dorsal.platform.layout.Service;
import io.dorsal.platform.process.FileTrees;
import io.dorsal.schemas.codec.PublishedSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole platform as processes on this machine, and what one does with it. */
public final class Dorsal implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final LocalPlatform platform;
    private final Servers servers;
    private final Tokens tokens;
    private final TraceCollector collector;
    private final Set<String> submittedReferences = ConcurrentHashMap.newKeySet();

    private Dorsal(LocalPlatform platform, Servers servers, TraceCollector collector) {
        this.platform = platform;
        this.servers = servers;
        this.collector = collector;
        this.tokens = new Tokens(platform.ports().site());
    }

    static Dorsal start() {
        Path state = Repository.path("system-tests/target/dorsal");
        try {
            FileTrees.delete(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TraceCollector collector = TraceCollector.start();
        Installation installation = Installation.forTest(
                Repository.path(""),
                state,
                Map.of(
                        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                        collector.endpoint(),
                        "TRIAGE_SHADOW_RULESET",
                        Candidate.in(state.resolve("candidate")).toString()));
        Servers servers = Servers.asAskedFor(installation);
        Dorsal dorsal = new Dorsal(servers.platform(installation, Ports.random()), servers, collector);
        try {
            dorsal.platform.start(new Told());
            return dorsal;
        } catch (RuntimeException e) {
            dorsal.close();
            throw e;
        }
    }

    /** A clinic, by the account of its systems. */
    public Clinic clinic(String account) {
        return new Clinic(
                api(Service.INTAKE, account), platform.ports().of(Service.INTAKE), () -> tokens.of(account), this);
    }

    /** A service's API, called with the token of an account. */
    public Api api(Service service, String account) {
        return new Api(platform.ports().of(service), () -> tokens.of(account));
    }

    /** A service's API, called without a token. */
    public Api anonymous(Service service) {
        return new Api(platform.ports().of(service), () -> "");
    }

    public String token(String account) {
        return tokens.of(account);
    }

    public int port(Service service) {
        return platform.ports().of(service);
    }

    /** The port at which a service tells operators of itself. */
    public int managementPort(Service service) {
        return platform.ports().managementOf(service);
    }

    /** What a service says of itself to Prometheus at this moment. */
    public Metrics metrics(Service service) {
        return Metrics.read(new Api(managementPort(service), () -> "")
                .get("/actuator/prometheus")
                .body());
    }

    /** What the mail catcher and the webhook receiver got, oldest first. */
    public List<JsonNode> deliveries() {
        return new Api(platform.ports().site(), () -> "")
                .get("/api/deliveries")
                .json()
                .valueStream()
                .toList();
    }

    /** The events of a topic up to now, as JSON. */
    public List<JsonNode> events(String topic) {
        EventJson json = new EventJson(topic, PublishedSchemas.ofAllEvents());
        List<JsonNode> events = new ArrayList<>();
        try (TopicReader reader = TopicReader.open(asClient(), topic)) {
            reader.readToEnd(record -> events.add(JSON.readTree(json.line(record))));
        }
        return events;
    }

    /** The names of all topics. */
    public Set<String> topics() {
        return TopicReader.topics(asClient());
    }

    private Map<String, Object> asClient() {
        return Map.of("bootstrap.servers", broker());
    }

    /** Address of the broker. */
    public String broker() {
        return "localhost:" + platform.ports().kafka();
    }

    /** Kills a service as a crash would. */
    public void kill(Service service) {
        platform.part(service.id()).kill();
    }

    /** Starts a service that was killed; returns once it is ready. */
    public void start(Service service) {
        platform.part(service.id()).start();
    }

    /** Takes the database away, as a crash of its machine would. */
    public void stopDatabase() {
        servers.stopDatabase(platform);
    }

    /** Brings the database back, with what it had; returns once it answers. */
    public void startDatabase() {
        servers.startDatabase(platform);
    }

    /** Holds a table of a service's database from now on. */
    public TableHold hold(Service service, String table, TableHold.Against against) {
        String database = service.database().orElseThrow();
        String password = new Secrets(platform.installation().secretsFile()).password(database);
        return TableHold.of(platform.ports().postgres(), database, password, table, against);
    }

    /** Has the broker answer nobody, for less than consumers take to miss it. */
    public void pauseBroker() {
        servers.pauseBroker(platform);
    }

    /** Has the broker go on. */
    public void resumeBroker() {
        servers.resumeBroker(platform);
    }

    /** A patient reference that nobody else has, to be found in no log. */
    public String anyPatient() {
        String reference = "patient-" + UUID.randomUUID();
        submittedReferences.add(reference);
        return reference;
    }

    /** All that the services have logged. */
    public List<Path> logs() {
        try (Stream<Path> logs = Files.list(platform.installation().logs())) {
            return logs.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The spans that the services have exported up to now. */
    public List<Span> spans() {
        return collector.spans();
    }

    /** The references of the patients that were submitted in this run. */
    public Set<String> submittedReferences() {
        return Set.copyOf(submittedReferences);
    }

    void submitting(JsonNode assessment) {
        assessment.path("patient").path("reference").asStringOpt().ifPresent(submittedReferences::add);
    }

    @Override
    public void close() {
        platform.stop();
        servers.close();
        collector.close();
    }

    /** Prints how the start goes: a run that hangs is to show where. */
    private static final class Told implements Progress {

        @Override
        public void ready(String part, Duration took) {
            System.out.printf("  ready: %s after %.1f s%n", part, took.toMillis() / 1000.0);
        }

        @Override
        public void note(String text) {
            System.out.println("  " + text);
        }
    }
}
