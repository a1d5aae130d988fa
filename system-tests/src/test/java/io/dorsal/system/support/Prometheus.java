package io.dorsal.system.support;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import io.dorsal.platform.layout.Service;
import io.dorsal.platform.process.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A real Prometheus with the project's configuration and rules, which looks at a running Dorsal, and more often. */
public final class Prometheus implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long TO_STOP_SECONDS = 20;
    private static final String EVERY = "2s";

    private final Path home = Repository.path("system-tests/target/prometheus");
    private final int port = freePort();
    private final Api api = new Api(port, () -> "");
    private final Process process;

    private Prometheus(Dorsal dorsal) {
        Path project = Repository.path("deploy/prometheus");
        Path prometheus = PrometheusPrograms.prometheus();
        try {
            FileTrees.delete(home);
            Files.createDirectories(home.resolve("rules"));
            Files.createDirectories(home.resolve("targets"));
            copyFaster(project.resolve("prometheus.yml"), home.resolve("prometheus.yml"));
            for (Path rules : AlertingRules.files()) {
                copyFaster(rules, home.resolve("rules").resolve(rules.getFileName()));
            }
            Files.writeString(home.resolve("targets/dorsal.yml"), targets(dorsal));
            process = new ProcessBuilder(
                            prometheus.toString(),
                            "--config.file=" + home.resolve("prometheus.yml"),
                            "--storage.tsdb.path=" + home.resolve("data"),
                            "--web.listen-address=127.0.0.1:" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one, and returns once it has seen every service. */
    public static Prometheus watching(Dorsal dorsal) {
        Prometheus prometheus = new Prometheus(dorsal);
        try {
            await().atMost(PATIENCE).ignoreExceptions().until(() -> prometheus.sees(Service.values().length));
            return prometheus;
        } catch (RuntimeException e) {
            prometheus.close();
            throw e;
        }
    }

    /** The values of all samples that a query gives at this moment. */
    public List<Double> query(String query) {
        JsonNode answer = api.get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .json();
        if (!answer.path("status").asString().equals("success")) {
            throw new AssertionError(query + ": " + answer.path("error").asString());
        }
        return answer.path("data")
                .path("result")
                .valueStream()
                .map(sample -> value(sample.path("value").path(1).asString()))
                .toList();
    }

    /** All rules, with how their last evaluation went. */
    public List<JsonNode> rules() {
        return api.get("/api/v1/rules")
                .json()
                .path("data")
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    private boolean sees(int services) {
        return query("count(up{job=\"dorsal\"} == 1)").equals(List.of((double) services));
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static void copyFaster(Path from, Path to) throws IOException {
        Files.writeString(to, Files.readString(from).replaceAll("(interval|timeout): \\d+[smh]", "$1: " + EVERY));
    }

    private static String targets(Dorsal dorsal) {
        return Stream.of(Service.values())
                .map(service -> "- targets: ['localhost:%d']%n  labels: {service: %s}%n"
                        .formatted(dorsal.managementPort(service), service.id()))
                .collect(joining());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
