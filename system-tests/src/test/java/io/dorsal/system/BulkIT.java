package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.platform.client.Outcome;
import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Clinic;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RunningDorsal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A backlog with a broken line in a hundred, and clinics that go on submitting all the while. */
@ExtendWith(RunningDorsal.class)
class BulkIT {

    /** {@code -Ddorsal.tests.bulk-lines=200000} for a real one. */
    private static final int LINES = Integer.getInteger("dorsal.tests.bulk-lines", 2_000);

    private static final int PORTION = 1_000;
    private static final int BROKEN_EVERY = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60).plusMillis(10L * LINES);

    private final List<Case> cases = Case.all();
    private final Dorsal dorsal;
    private final Clinic harbor;

    BulkIT(Dorsal dorsal) {
        this.dorsal = dorsal;
        this.harbor = dorsal.clinic("clinic-harbor");
    }

    @Test
    void exactlyTheBrokenLinesAreRefusedTheOthersDecidedOnceAndAnEmergencyDoesNotWaitForThem() {
        CompletableFuture<List<JsonNode>> upload = CompletableFuture.supplyAsync(this::uploadAll);
        Clinic south = dorsal.clinic("clinic-south");
        Outcome emergency = south.outcome(south.submit(cases.stream()
                .filter(Case::isEmergency)
                .findFirst()
                .orElseThrow()
                .assessment()));

        List<JsonNode> answers = upload.join();

        assertThat(emergency.isComplete()).isTrue();
        assertThat(IntStream.range(0, LINES).filter(index -> answers.get(index).has("problem")))
                .containsExactlyElementsOf(IntStream.range(0, LINES)
                        .filter(BulkIT::isBroken)
                        .boxed()
                        .toList());
        Set<String> accepted = answers.stream()
                .filter(answer -> !answer.has("problem"))
                .map(answer -> answer.path("assessmentId").asString())
                .collect(Collectors.toSet());
        assertThat(accepted).hasSize(LINES - LINES / BROKEN_EVERY);
        await().atMost(PATIENCE).until(() -> processed() >= accepted.size());
        Map<String, Set<String>> decisions = dorsal.events("triage.decisions-bulk.v1").stream()
                .filter(decision ->
                        accepted.contains(decision.path("assessmentId").asString()))
                .collect(Collectors.groupingBy(
                        decision -> decision.path("assessmentId").asString(),
                        Collectors.mapping(
                                decision -> decision.path("decisionId").asString(), Collectors.toSet())));
        assertThat(decisions).hasSize(accepted.size());
        assertThat(decisions.values()).allMatch(ids -> ids.size() == 1);
    }

    private List<JsonNode> uploadAll() {
        List<JsonNode> answers = new ArrayList<>(LINES);
        for (int first = 0; first < LINES; first += PORTION) {
            answers.addAll(harbor.upload(IntStream.range(first, Math.min(first + PORTION, LINES))
                    .mapToObj(this::assessment)
                    .toList()));
        }
        return answers;
    }

    /** Nobody is alarmed by any of them. */
    private ObjectNode assessment(int index) {
        List<Case> calm = cases.stream().filter(one -> !one.isEmergency()).toList();
        ObjectNode assessment = calm.get(index % calm.size()).assessment().deepCopy();
        ((ObjectNode) assessment.path("patient")).put("reference", "bulk-" + index);
        if (isBroken(index)) {
            ((ObjectNode) assessment.path("pain")).put("severity", 11);
        }
        return assessment;
    }

    private static boolean isBroken(int index) {
        return index % BROKEN_EVERY == BROKEN_EVERY - 1;
    }

    private double processed() {
        return dorsal.metrics(Service.TRIAGE)
                .value(
                        "dorsal_listener_processed_total{group=\"triage-service-bulk\",topic=\"intake.assessments-bulk.v1\"}");
    }
}
