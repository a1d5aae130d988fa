package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Clinic;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RunningDorsal;
import io.dorsal.system.support.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What services export by OTLP of assessments that went all the way. */
@ExtendWith(RunningDorsal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TracingIT {

    /** An exporter waits for five seconds for more. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String ASSESSMENT = "dorsal.assessment.id";
    private static final String TRACE_OF_A_CLINIC = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Dorsal dorsal;
    private final Clinic clinic;
    private List<UUID> emergencies = List.of();
    private List<UUID> others = List.of();

    TracingIT(Dorsal dorsal) {
        this.dorsal = dorsal;
        this.clinic = dorsal.clinic("clinic-north");
    }

    @BeforeAll
    void submitAll() {
        emergencies = submit(true);
        others = submit(false);
        emergencies.forEach(clinic::outcome);
        others.forEach(clinic::outcome);
    }

    @Test
    void everyEmergencyIsOneTraceFromTheRequestToTheDeliveredAlert() {
        assertThat(emergencies)
                .allSatisfy(emergency -> await().atMost(SOON)
                        .untilAsserted(() -> assertThat(steps(traceOf(emergency)))
                                .contains(
                                        "intake-service http post /api/assessments",
                                        "triage-service process intake.assessments.v1",
                                        "referral-service process triage.decisions.v1",
                                        "notification-service process triage.emergencies.v1",
                                        "notification-service deliver EMAIL ACCEPTED",
                                        "notification-service deliver WEBHOOK ACCEPTED",
                                        "intake-service process triage.decisions.v1",
                                        "intake-service process referral.changes.v1",
                                        "intake-service process notification.alerts.v1")));
    }

    @Test
    void aTraceHasOneRootAndNoGaps() {
        List<Span> trace = traceOf(emergencies.getFirst());
        Set<String> ids = trace.stream().map(Span::id).collect(Collectors.toSet());

        assertThat(trace)
                .filteredOn(span -> span.parent().isEmpty())
                .singleElement()
                .satisfies(root -> assertThat(root.service()).isEqualTo("intake-service"));
        assertThat(trace)
                .filteredOn(span -> !span.parent().isEmpty())
                .allSatisfy(span -> assertThat(ids).contains(span.parent()));
    }

    @Test
    void ofAllOthersAShareIsSampled() {
        traceOf(emergencies.getLast());

        assertThat(others).filteredOn(one -> !spansOf(one).isEmpty()).hasSizeLessThan(others.size() / 2);
    }

    @Test
    void aClinicsOwnTraceGoesOn() throws Exception {
        String body = Case.all().getFirst().assessment().toString();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + dorsal.port(Service.INTAKE) + "/api/assessments"))
                .header("Authorization", "Bearer " + dorsal.token("clinic-north"))
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + TRACE_OF_A_CLINIC + "-00f067aa0ba902b7-01")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(steps(spansIn(TRACE_OF_A_CLINIC)))
                        .contains(
                                "intake-service http post /api/assessments",
                                "triage-service process intake.assessments.v1"));
    }

    @Test
    void noSpanTellsWhoAPatientIs() {
        traceOf(emergencies.getFirst());
        Set<String> references = dorsal.submittedReferences();

        assertThat(references).isNotEmpty();
        assertThat(dorsal.spans())
                .isNotEmpty()
                .noneSatisfy(span -> assertThat(references).anyMatch(span.text()::contains));
    }

    private List<UUID> submit(boolean emergency) {
        return clinic.submitAll(Case.all().stream()
                .filter(one -> one.isEmergency() == emergency)
                .map(Case::assessment)
                .toList());
    }

    /** Complete, as far as deliveries go. */
    private List<Span> traceOf(UUID assessment) {
        return await().atMost(SOON)
                .until(
                        () -> spansOf(assessment).stream()
                                .map(Span::trace)
                                .findFirst()
                                .map(this::spansIn)
                                .orElse(List.of()),
                        trace -> trace.stream().anyMatch(span -> span.name().startsWith("deliver"))
                                && trace.stream().anyMatch(span -> span.parent().isEmpty()));
    }

    private List<Span> spansOf(UUID assessment) {
        return dorsal.spans().stream()
                .filter(span -> span.attribute(ASSESSMENT).equals(assessment.toString()))
                .toList();
    }

    private List<Span> spansIn(String trace) {
        return dorsal.spans().stream()
                .filter(span -> span.trace().equals(trace))
                .toList();
    }

    private static List<String> steps(List<Span> trace) {
        return trace.stream()
                .map(span -> (span.service() + " " + span.name() + " " + span.attribute("dorsal.outcome")).strip())
                .toList();
    }
}
