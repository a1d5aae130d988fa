package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.platform.client.FreshReferences;
import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Api;
import io.dorsal.system.support.Clinic;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RunningDorsal;
import io.dorsal.system.support.TableHold;
import io.dorsal.system.support.TableHold.Against;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Call-backs complete unfinished screens, which turn out to be emergencies. The intake-service is killed at each step of
 * amending them, and the clinic repeats each amendment.
 */
@ExtendWith(RunningDorsal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeKilledWhileAmendingIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SUBMITTED = "intake.assessments.v1";
    private static final String REFERENCED = "intake.patients.v1";

    private final Dorsal dorsal;
    private final Clinic clinic;
    private final List<Amending> all = new ArrayList<>();
    private final List<JsonNode> submitted = new ArrayList<>();
    private final List<JsonNode> referenced = new ArrayList<>();
    private final List<JsonNode> decided = new ArrayList<>();

    IntakeKilledWhileAmendingIT(Dorsal dorsal) {
        this.dorsal = dorsal;
        this.clinic = dorsal.clinic("clinic-north");
    }

    @BeforeAll
    void killIntakeAtEachStep() {
        for (Step step : Step.values()) {
            ObjectNode assessment = unfinished();
            UUID id = clinic.submit(assessment);
            assessment.withObject("neuro").put("bladder", "RETENTION");
            all.add(new Amending(step, id, assessment));
        }
        all.forEach(one -> clinic.outcome(one.id));

        killBeforeItSends(of(Step.ENTERING), of(Step.ENTERED));
        killAfterItHasSent(of(Step.SENT), of(Step.MARKED));

        all.forEach(one -> await().atMost(PATIENCE).until(() -> {
            JsonNode read = clinic.read(one.id);
            return read.at("/decision/revision").asInt() == 2 && read.has("alert");
        }));
        submitted.addAll(amendments(List.of(SUBMITTED)));
        referenced.addAll(amendments(List.of(REFERENCED)));
        decided.addAll(amendments(List.of("triage.decisions.v1")));
    }

    /** One amendment is entered, and kept from being sent; another is kept from being entered. */
    private void killBeforeItSends(Amending entering, Amending entered) {
        try (TableHold entry = dorsal.hold(Service.INTAKE, "amendment", Against.WRITING)) {
            CompletableFuture<Void> one = begin(entered);
            entry.awaitHeldUp(1);
            try (TableHold sending = entry.thenAgain(Against.LOCKING)) {
                sending.awaitHeldUp(1);
                CompletableFuture<Void> other = begin(entering);
                sending.awaitHeldUp(2);
                kill(entering, entered);
                CompletableFuture.allOf(one, other).join();
            }
        }
        startAndRepeat(entering, entered);
    }

    /** One amendment is done, but the clinic does not get to know; another is sent, and kept from being marked as sent. */
    private void killAfterItHasSent(Amending sent, Amending marked) {
        begin(marked).join();
        try (TableHold entry = dorsal.hold(Service.INTAKE, "amendment", Against.WRITING)) {
            CompletableFuture<Void> one = begin(sent);
            entry.awaitHeldUp(1);
            try (TableHold marking = entry.thenAgain(Against.WRITING)) {
                marking.awaitHeldUp(1);
                kill(sent, marked);
                one.join();
            }
        }
        startAndRepeat(sent, marked);
    }

    private void kill(Amending... ones) {
        dorsal.kill(Service.INTAKE);
        List<JsonNode> sent = amendments(List.of(SUBMITTED, REFERENCED));
        for (Amending one : ones) {
            one.sentAtDeath = one.of(sent).size();
        }
    }

    private void startAndRepeat(Amending... ones) {
        dorsal.start(Service.INTAKE);
        for (Amending one : ones) {
            one.receipt = await().atMost(PATIENCE)
                    .until(() -> amend(one), answer -> answer.status() == 202)
                    .json();
        }
    }

    /** As a clinic does: again and again while it is told so, until it is answered or nobody is there any more. */
    private CompletableFuture<Void> begin(Amending one) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        await().atMost(PATIENCE).until(() -> amend(one).status() == 202);
                    } catch (UncheckedIOException killed) {
                        // Nobody answers: it will be repeated.
                    }
                },
                Thread::startVirtualThread);
    }

    private Api.Answer amend(Amending one) {
        return clinic.amend(one.id, 1, one.assessment);
    }

    @ParameterizedTest
    @EnumSource
    void theBrokerHadWhatWasSentBeforeTheKill(Step step) {
        assertThat(of(step).sentAtDeath).isEqualTo(step.events);
    }

    @ParameterizedTest
    @EnumSource
    void theRepeatIsTheNextRevisionAndSoIsAnother(Step step) {
        JsonNode receipt = of(step).receipt;

        assertThat(receipt.path("revision").asInt()).isEqualTo(2);
        assertThat(amend(of(step)).json()).isEqualTo(receipt);
        assertThat(clinic.read(of(step).id).path("revision").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void itIsSentAndDecidedOnceWhateverWasRepeated(Step step) {
        Amending one = of(step);

        assertThat(List.of(one.of(submitted), one.of(referenced)))
                .allSatisfy(events -> assertThat(events.stream().distinct())
                        .singleElement()
                        .satisfies(event ->
                                assertThat(event.path("receivedAt")).isEqualTo(one.receipt.path("receivedAt"))));
        assertThat(one.of(decided).stream()
                        .map(decision -> decision.path("decisionId").asString() + decision.path("bodyHash"))
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void itIsReadAsAnEmergencyAndRaisesOneAlert(Step step) {
        Amending one = of(step);

        assertThat(clinic.read(one.id).at("/decision/urgency").asString()).isEqualTo("EMERGENCY");
        assertThat(dorsal.api(Service.NOTIFICATION, "oncall").all("/api/alerts"))
                .filteredOn(one::isTheSubjectOf)
                .hasSize(1);
    }

    private Amending of(Step step) {
        return all.stream().filter(one -> one.step == step).findAny().orElseThrow();
    }

    /** What topics have of amendments, wherever it stands there. */
    private List<JsonNode> amendments(List<String> topics) {
        return topics.stream()
                .flatMap(topic -> dorsal.events(topic).stream())
                .filter(event -> event.path("revision").asInt() == 2)
                .map(event -> (JsonNode) ((ObjectNode) event).without("record"))
                .toList();
    }

    private static ObjectNode unfinished() {
        return new FreshReferences().apply((ObjectNode) JSON.readTree("""
                {"patient": {"reference": "unfinished", "ageYears": 45},
                 "pain": {"regions": ["LUMBAR"], "severity": 4, "durationDays": 12}}
                """));
    }

    /** How far an amendment has come when the service is killed. */
    enum Step {
        /** The transaction that enters it has not ended. */
        ENTERING(0),
        ENTERED(0),
        /** The broker has acknowledged both events. */
        SENT(2),
        MARKED(2);

        private final int events;

        Step(int events) {
            this.events = events;
        }
    }

    private static final class Amending {

        private final Step step;
        private final UUID id;
        private final JsonNode assessment;
        private int sentAtDeath;
        private JsonNode receipt = JSON.nullNode();

        Amending(Step step, UUID id, JsonNode assessment) {
            this.step = step;
            this.id = id;
            this.assessment = assessment;
        }

        List<JsonNode> of(List<JsonNode> events) {
            return events.stream().filter(this::isTheSubjectOf).toList();
        }

        boolean isTheSubjectOf(JsonNode one) {
            return one.path("assessmentId").asString("").equals(id.toString());
        }
    }
}
