package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.platform.client.Outcome;
import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Clinic;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.Metrics;
import io.dorsal.system.support.MetricsPage;
import io.dorsal.system.support.MetricsPage.Documented;
import io.dorsal.system.support.RawTopic;
import io.dorsal.system.support.RunningDorsal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** The metrics are those of the list, each where and as it says, after an emergency went all the way. */
@ExtendWith(RunningDorsal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final String INVALID = "dorsal_intake_refused_total{reason=\"INVALID\"}";
    private static final String PARKED = "dorsal_listener_parked_total{group=\"triage-service\","
            + "reason=\"NOT_SINGLE_OBJECT\",topic=\"intake.assessments.v1\"}";
    private static final String TOLD = "dorsal_parked_reported_total{emergency=\"POSSIBLE\",group=\"triage-service\"}";
    private static final String DISAGREED =
            "dorsal_shadow_disagreements_total{from=\"EMERGENCY\",rule=\"CES-1\",to=\"URGENT\"}";
    private static final Metrics NONE = new Metrics(Map.of(), Map.of());
    private static final Set<String> OF_THE_FORMAT = Set.of("le", "quantile");

    private final Dorsal dorsal;
    private final Clinic clinic;
    private final Map<Service, Metrics> before = new EnumMap<>(Service.class);
    private final Map<Service, Metrics> unacknowledged = new EnumMap<>(Service.class);
    private final Map<Service, Metrics> after = new EnumMap<>(Service.class);

    MetricsIT(Dorsal dorsal) {
        this.dorsal = dorsal;
        this.clinic = dorsal.clinic("clinic-north");
    }

    @BeforeAll
    void anEmergencyGoesAllTheWay() {
        read(before);
        Outcome outcome = clinic.outcome(clinic.submit(Case.all().stream()
                .filter(Case::isEmergency)
                .findFirst()
                .orElseThrow()
                .assessment()));
        String alert = outcome.read().path("alert").path("alertId").asString();
        await().atMost(SOON)
                .until(() -> dorsal.deliveries().stream()
                        .anyMatch(delivery ->
                                delivery.path("alertId").asString("").equals(alert)));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(waiting(Service.INTAKE, "ACKNOWLEDGEMENT")).isPositive());
        read(unacknowledged);
        dorsal.api(Service.NOTIFICATION, "oncall").post("/api/alerts/" + alert + "/acknowledge", "");
        await().atMost(SOON).untilAsserted(() -> {
            read(after);
            assertThat(grown(Service.NOTIFICATION, "dorsal_time_to_acknowledge_seconds_count{kind=\"EMERGENCY\"}"))
                    .isEqualTo(1);
            assertThat(metrics(Service.INTAKE).value("dorsal_patients_waiting{stage=\"DECISION\"}"))
                    .isNotNaN();
        });
    }

    static List<Documented> own() {
        return MetricsPage.own();
    }

    @ParameterizedTest
    @MethodSource("own")
    void aDocumentedMetricIsShownAndMeansWhatIsWritten(Documented metric) {
        assertThat(metric.services()).isNotEmpty();
        assertThat(metric.services())
                .filteredOn(service -> metric.isShownFromTheStart())
                .allSatisfy(
                        service -> assertThat(metrics(service).help()).containsEntry(metric.name(), metric.meaning()));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aServiceShowsNothingOfItsOwnThatIsNotDocumented(Service service) {
        assertThat(own().stream()
                        .filter(metric -> metric.services().contains(service))
                        .map(Documented::name))
                .containsAll(metrics(service).ours());
    }

    @ParameterizedTest
    @MethodSource("own")
    void itHasTheLabelsThatAreWrittenAndNoOthers(Documented metric) {
        assertThat(metric.services())
                .flatMap(service -> metrics(service).samples().keySet())
                .filteredOn(sample -> sample.matches(metric.name() + "(_bucket|_count|_sum|_max)?(\\{.*)?"))
                .allSatisfy(sample -> assertThat(labels(sample)).isEqualTo(metric.labels()));
    }

    @Test
    void whatDashboardsUseOfLibrariesIsShown() {
        Set<String> shown = after.values().stream()
                .flatMap(metrics -> metrics.help().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(shown).containsAll(MetricsPage.ofLibraries());
    }

    @Test
    void anEmergencyIsCountedAtEachStepOfItsWay() {
        assertThat(grown(Service.INTAKE, "dorsal_intake_accepted_total")).isEqualTo(1);
        assertThat(grown(Service.INTAKE, "dorsal_intake_acknowledgement_seconds_count"))
                .isEqualTo(1);
        assertThat(grown(Service.INTAKE, "dorsal_intake_view_decision_seconds_count"))
                .isEqualTo(1);
        assertThat(grown(Service.TRIAGE, "dorsal_decisions_total{urgency=\"EMERGENCY\"}"))
                .isEqualTo(1);
        assertThat(sumGrown(Service.TRIAGE, "dorsal_findings_total")).isPositive();
        assertThat(sumGrown(Service.REFERRAL, "dorsal_referral_changes_total")).isPositive();
        assertThat(grown(Service.REFERRAL, "dorsal_referral_decisions_total{verdict=\"APPLIED\"}"))
                .isEqualTo(1);
        assertThat(grown(Service.REFERRAL, "dorsal_referral_time_to_queue_seconds_count"))
                .isEqualTo(1);
        assertThat(grown(Service.NOTIFICATION, "dorsal_time_to_alert_seconds_count{kind=\"EMERGENCY\"}"))
                .isEqualTo(1);
        assertThat(grown(
                        Service.NOTIFICATION,
                        "dorsal_delivery_attempts_total{channel=\"EMAIL\",mode=\"NORMAL\",outcome=\"ACCEPTED\"}"))
                .isPositive();
        assertThat(sumGrown(Service.NOTIFICATION, "dorsal_listener_processed_total"))
                .isPositive();
    }

    @Test
    void aCandidateThatDisagreesIsCountedAndToldAndTheActiveRulesetHasDecided() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(dorsal.metrics(Service.TRIAGE).value(DISAGREED))
                        .isPositive());

        assertThat(dorsal.events("triage.shadow.v1"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(
                                event.path("candidateRulesetVersion").asString())
                        .isEqualTo("candidate"));
        assertThat(dorsal.events("triage.decisions.v1"))
                .isNotEmpty()
                .noneSatisfy(event -> assertThat(
                                event.path("decision").path("rulesetVersion").asString())
                        .isEqualTo("candidate"));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void theLagOfEveryGroupIsKnown(Service service) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                dorsal.metrics(service).samples().entrySet())
                        .filteredOn(sample -> sample.getKey().startsWith("dorsal_group_lag{"))
                        .isNotEmpty()
                        .allSatisfy(sample -> assertThat(sample.getValue()).isNotNaN()));
    }

    @Test
    void whileNobodyHasTheAlertItWaitsAndItsAgeRises() {
        Metrics intake = unacknowledged.getOrDefault(Service.INTAKE, NONE);
        Metrics notification = unacknowledged.getOrDefault(Service.NOTIFICATION, NONE);

        assertThat(intake.value("dorsal_patients_waiting_age_seconds{stage=\"ACKNOWLEDGEMENT\"}"))
                .isPositive();
        assertThat(notification.value("dorsal_alerts_open{kind=\"EMERGENCY\"}")).isPositive();
        assertThat(notification.value("dorsal_alerts_unacknowledged_age_seconds{kind=\"EMERGENCY\"}"))
                .isPositive();
    }

    @Test
    void whatIsRefusedIsCountedByItsReason() {
        Metrics earlier = dorsal.metrics(Service.INTAKE);

        clinic.trySubmit(JsonNodeFactory.instance.objectNode());

        assertThat(dorsal.metrics(Service.INTAKE).value(INVALID) - earlier.value(INVALID))
                .isEqualTo(1);
    }

    @Test
    void whatIsParkedIsCountedByWhoParksItAndByWhoTellsOfIt() {
        Metrics triage = dorsal.metrics(Service.TRIAGE);
        Metrics notification = dorsal.metrics(Service.NOTIFICATION);

        RawTopic.send(
                dorsal.broker(), "intake.assessments.v1", UUID.randomUUID().toString(), new byte[] {1});

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(dorsal.metrics(Service.TRIAGE).value(PARKED) - triage.value(PARKED))
                    .isEqualTo(1);
            assertThat(dorsal.metrics(Service.NOTIFICATION).value(TOLD) - notification.value(TOLD))
                    .isEqualTo(1);
        });
    }

    private double waiting(Service service, String stage) {
        return dorsal.metrics(service).value("dorsal_patients_waiting{stage=\"" + stage + "\"}");
    }

    private void read(Map<Service, Metrics> into) {
        for (Service service : Service.values()) {
            into.put(service, dorsal.metrics(service));
        }
    }

    private Metrics metrics(Service service) {
        return after.getOrDefault(service, NONE);
    }

    private double grown(Service service, String sample) {
        return metrics(service).value(sample)
                - before.getOrDefault(service, metrics(service)).value(sample);
    }

    private double sumGrown(Service service, String name) {
        return metrics(service).samples().keySet().stream()
                .filter(sample -> sample.startsWith(name + "{"))
                .mapToDouble(sample -> grown(service, sample))
                .sum();
    }

    private static Set<String> labels(String sample) {
        return LABEL.matcher(sample)
                .results()
                .map(label -> label.group(1))
                .filter(label -> !OF_THE_FORMAT.contains(label))
                .collect(Collectors.toSet());
    }
}
