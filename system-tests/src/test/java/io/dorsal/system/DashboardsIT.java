package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.platform.client.Outcome;
import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Clinic;
import io.dorsal.system.support.Dashboards;
import io.dorsal.system.support.Dashboards.Panel;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.Prometheus;
import io.dorsal.system.support.RunningDorsal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After usual traffic, each panel of each dashboard shows something, and a real Prometheus evaluates each rule. */
@ExtendWith(RunningDorsal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Dorsal dorsal;
    private final Prometheus prometheus;

    DashboardsIT(Dorsal dorsal) {
        this.dorsal = dorsal;
        this.prometheus = Prometheus.watching(dorsal);
    }

    @BeforeAll
    void patientsComeAndAnAlertIsAcknowledged() {
        Clinic clinic = dorsal.clinic("clinic-north");
        List<Case> cases = Case.all();
        List<Outcome> outcomes = clinic
                .submitAll(cases.stream().map(Case::assessment).toList())
                .stream()
                .map(clinic::outcome)
                .toList();
        String alert = outcomes.stream()
                .map(outcome -> outcome.read().path("alert").path("alertId").asString(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow();
        dorsal.api(Service.NOTIFICATION, "oncall").post("/api/alerts/" + alert + "/acknowledge", "");
    }

    @AfterAll
    void stopWatching() {
        prometheus.close();
    }

    static List<Panel> panels() {
        return Dashboards.panels();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void eachQueryOfAPanelHasAnAnswer(Panel panel) {
        assertThat(panel.queries())
                .allSatisfy(query -> await().atMost(SOON)
                        .untilAsserted(() -> assertThat(prometheus.query(query)).anyMatch(value -> !value.isNaN())));
    }

    /** Some of what a service shows comes into being with traffic, and could be more than Prometheus takes. */
    @Test
    void eachServiceIsStillSeen() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(prometheus.query("up{job=\"dorsal\"}"))
                        .hasSize(Service.values().length)
                        .containsOnly(1.0));
    }

    @Test
    void eachRuleIsEvaluated() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(prometheus.rules())
                        .isNotEmpty()
                        .allSatisfy(rule -> assertThat(rule.path("health").asString())
                                .as(rule.toString())
                                .isEqualTo("ok")));
    }
}
