package io.dorsal.system.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What Prometheus records and alerts on, and what promtool's tests expect of it. */
public final class AlertingRules {

    private static final Path RULES = Repository.path("deploy/prometheus/rules");
    private static final Path TESTS = Repository.path("deploy/prometheus/tests");
    private static final YAMLMapper YAML = new YAMLMapper();

    private AlertingRules() {}

    /** The files of the rules. */
    public static List<Path> files() {
        return files(RULES);
    }

    /** The files of promtool's tests. */
    public static List<Path> tests() {
        return files(TESTS);
    }

    /** All alerts. */
    public static List<Alert> alerts() {
        return all().filter(rule -> rule.has("alert"))
                .map(rule -> new Alert(
                        rule.path("alert").asString(),
                        rule.path("labels").path("severity").asString(""),
                        rule.path("annotations").path("summary").asString(""),
                        rule.path("annotations").path("description").asString(""),
                        rule.path("annotations").path("runbook").asString("")))
                .toList();
    }

    /** What is asked for in all rules. */
    public static List<String> expressions() {
        return all().map(rule -> rule.path("expr").asString()).toList();
    }

    /** How many alerts a test expects at each moment at which it looks for this one. */
    public static List<Integer> expectations(Alert alert) {
        return tests().stream()
                .flatMap(file -> read(file).path("tests").valueStream())
                .flatMap(test -> test.path("alert_rule_test").valueStream())
                .filter(look -> look.path("alertname").asString().equals(alert.name()))
                .map(look -> look.path("exp_alerts").size())
                .toList();
    }

    private static Stream<JsonNode> all() {
        return files().stream()
                .flatMap(file -> read(file).path("groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream());
    }

    private static JsonNode read(Path file) {
        return YAML.readTree(file.toFile());
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An alert, as it stands in the rules. */
    public record Alert(String name, String severity, String summary, String description, String runbook) {

        @Override
        public String toString() {
            return name;
        }
    }
}
