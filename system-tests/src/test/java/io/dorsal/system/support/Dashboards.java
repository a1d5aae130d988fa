package io.dorsal.system.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Grafana's dashboards, as far as one can ask Prometheus about them. */
public final class Dashboards {

    /** What Grafana puts in place of its variables; long enough to hold all that a test did. */
    private static final String INTERVAL = "5m";

    private static final JsonMapper JSON = new JsonMapper();

    private Dashboards() {}

    /** All panels of all dashboards. */
    public static List<Panel> panels() {
        return all().stream()
                .flatMap(dashboard -> dashboard
                        .path("panels")
                        .valueStream()
                        .map(panel -> Panel.of(dashboard.path("title").asString(), panel)))
                .toList();
    }

    private static List<JsonNode> all() {
        try (Stream<Path> files = Files.list(Repository.path("deploy/grafana/dashboards"))) {
            return files.sorted().map(file -> JSON.readTree(file.toFile())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A panel. */
    public record Panel(String dashboard, String title, String description, String unit, List<String> queries) {

        static Panel of(String dashboard, JsonNode panel) {
            return new Panel(
                    dashboard,
                    panel.path("title").asString(),
                    panel.path("description").asString(""),
                    panel.path("fieldConfig").path("defaults").path("unit").asString(""),
                    panel.path("targets")
                            .valueStream()
                            .map(target -> target.path("expr").asString())
                            .map(Panel::withoutVariables)
                            .toList());
        }

        private static String withoutVariables(String query) {
            return query.replaceAll("\\$__(rate_interval|interval|range)", INTERVAL);
        }

        @Override
        public String toString() {
            return dashboard + ": " + title;
        }
    }
}
