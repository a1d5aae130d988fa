package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.system.support.AlertingRules;
import io.dorsal.system.support.AlertingRules.Alert;
import io.dorsal.system.support.Dashboards;
import io.dorsal.system.support.Dashboards.Panel;
import io.dorsal.system.support.MetricsPage;
import io.dorsal.system.support.PrometheusPrograms;
import io.dorsal.system.support.PrometheusPrograms.Ended;
import io.dorsal.system.support.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Prometheus alerts on is valid, tested, documented, and goes to whom it is meant for. */
class PrometheusRulesIT {

    private static final String RUNBOOK = "docs/runbook/README.md";
    private static final String ALERTMANAGER =
            Repository.path("deploy/alertmanager/alertmanager.yml").toString();

    /** Not the names of recorded series, which have colons. */
    private static final Pattern METRIC =
            Pattern.compile("(?<![:\\w])(?:dorsal|jvm|hikaricp|http_server|process)_\\w+(?![:\\w])");

    static List<Path> tests() {
        return AlertingRules.tests();
    }

    static List<Alert> alerts() {
        return AlertingRules.alerts();
    }

    /** The Watchdog has no healthy case in which it is silent. */
    static Stream<Alert> alertsThatMayBeSilent() {
        return alerts().stream().filter(alert -> !alert.severity().equals("none"));
    }

    static List<Panel> panels() {
        return Dashboards.panels();
    }

    @Test
    void configurationAndRulesAreValid() {
        assertSucceeds(PrometheusPrograms.promtool("check", "config", "prometheus.yml"));
    }

    @ParameterizedTest
    @MethodSource("tests")
    void rulesDoWhatTheirTestsSay(Path test) {
        assertSucceeds(PrometheusPrograms.promtool("test", "rules", test.toString()));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void aTestShowsThatAnAlertFires(Alert alert) {
        assertThat(AlertingRules.expectations(alert)).anyMatch(firing -> firing > 0);
    }

    @ParameterizedTest
    @MethodSource("alertsThatMayBeSilent")
    void aTestShowsThatAnAlertDoesNotFire(Alert alert) {
        assertThat(AlertingRules.expectations(alert)).contains(0);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertSaysHowUrgentItIsAndWhatHappened(Alert alert) {
        assertThat(alert.severity()).isIn("page", "ticket", "none");
        assertThat(alert.summary()).isNotBlank();
        assertThat(alert.description()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertPointsToASectionOfTheRunbookThatIsAboutIt(Alert alert) throws IOException {
        String runbook = Files.readString(Repository.path(RUNBOOK));
        List<String> sections = Stream.of(runbook.split("\n## ", -1))
                .filter(section -> alert.runbook().equals(RUNBOOK + "#" + anchor(section)))
                .toList();

        assertThat(sections).hasSize(1);
        assertThat(sections.getFirst()).contains("`" + alert.name() + "`");
    }

    @Test
    void rulesNameOnlyMetricsThatAreDocumented() {
        assertThat(named(AlertingRules.expressions())).isNotEmpty().allMatch(PrometheusRulesIT::isDocumented);
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelNamesOnlyMetricsThatAreDocumented(Panel panel) {
        assertThat(named(panel.queries())).allMatch(PrometheusRulesIT::isDocumented);
    }

    @ParameterizedTest
    @MethodSource("panels")
    void aPanelSaysWhatItShowsAndInWhichUnit(Panel panel) {
        assertThat(panel.queries()).isNotEmpty();
        assertThat(panel.description()).isNotBlank();
        assertThat(panel.unit()).isNotBlank();
    }

    @Test
    void theConfigurationOfAlertmanagerIsValid() {
        assertSucceeds(PrometheusPrograms.amtool("check-config", ALERTMANAGER));
    }

    @ParameterizedTest
    @CsvSource({"EmergencyUnalerted, page, operations", "RecordParked, ticket, operations", "Watchdog, none, dead-man"})
    void anAlertReachesWhomItIsMeantFor(String alert, String severity, String receiver) {
        assertSucceeds(PrometheusPrograms.amtool(
                "config",
                "routes",
                "test",
                "--config.file=" + ALERTMANAGER,
                "--verify.receivers=" + receiver,
                "alertname=" + alert,
                "severity=" + severity));
    }

    private static void assertSucceeds(Ended program) {
        assertThat(program.exit()).as(program.output()).isZero();
    }

    private static String anchor(String section) {
        return section.lines()
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w -]", "")
                .replace(' ', '-');
    }

    private static Set<String> named(List<String> expressions) {
        return METRIC.matcher(String.join("\n", expressions))
                .results()
                .map(name -> name.group())
                .collect(Collectors.toSet());
    }

    /** By its own name, or as a part of a histogram. */
    private static boolean isDocumented(String metric) {
        Set<String> documented = documented();
        return documented.contains(metric) || documented.contains(metric.replaceFirst("_(bucket|count|sum|max)$", ""));
    }

    private static Set<String> documented() {
        return Stream.concat(
                        MetricsPage.own().stream().map(MetricsPage.Documented::name),
                        MetricsPage.ofLibraries().stream())
                .collect(Collectors.toSet());
    }
}
