package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.ReferralState;
import io.dorsal.events.Urgency;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ReferralServiceTest
class ActingIT {

    private static final Instant RECEIVED = Instant.parse("2126-03-01T08:00:00Z");
    private static final int AT_ONCE = 50;

    private final TokenIssuer tokens = TokenIssuer.shared();
    private final UUID id = UUID.randomUUID();
    private final UUID referral = Identities.referralId(id, Queue.NEUROSURGERY, 1);
    private final String neurosurgeon = tokens.specialist("NEUROSURGERY");

    @LocalServerPort
    private int port;

    private HttpApi api;

    @BeforeEach
    void route() {
        api = new HttpApi(port);
        Neighbours.decide(decision(1).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.awaitConsumed();
    }

    @Test
    void aReferralIsAcceptedScheduledAndCompletedAndEachStepIsTold() {
        HttpApi.Answer accepted = act("accept", 1, "{\"comment\": \"We take it.\"}");
        act("schedule", 2, "{\"appointmentAt\": \"2126-03-02T09:00:00+01:00\", \"site\": \"Building 4\"}");
        HttpApi.Answer completed = act("complete", 3, "{\"outcome\": \"TREATED\"}");

        assertThat(accepted.header("ETag")).isEqualTo("\"2\"");
        assertThat(accepted.json().get("state").asString()).isEqualTo("ACCEPTED");
        JsonNode done = completed.json();
        assertThat(done.get("outcome").asString()).isEqualTo("TREATED");
        assertThat(done.get("availableActions")).isEmpty();
        assertThat(done.get("history").get(1).get("comment").asString()).isEqualTo("We take it.");
        assertThat(done.get("history").get(1).get("action").asString()).isEqualTo("accept");
        assertThat(done.get("history").get(3).get("reason").asString()).isEqualTo("TREATED");
        List<ReferralChanged> changes = Neighbours.changes(id, 4);
        assertThat(changes)
                .extracting(ReferralChanged::getState)
                .containsExactly(
                        ReferralState.ROUTED, ReferralState.ACCEPTED, ReferralState.SCHEDULED, ReferralState.COMPLETED);
        assertThat(changes.get(2).getSite()).isEqualTo("Building 4");
        assertThat(changes.get(2).getAppointmentAt()).isEqualTo(Instant.parse("2126-03-02T08:00:00Z"));
        assertThat(changes.get(2).getActor()).isEqualTo("specialist");
    }

    @Test
    void aReturnTellsTheClinicReasonAndAdviceAndIsClosedByIt() {
        act("return", 1, "{\"reason\": \"WORK_UP_NEEDED\", \"advice\": \"Please repeat CRP.\"}");
        HttpApi.Answer closed =
                post("cancel", tokens.clinic("north"), "{\"reason\": \"ADVICE_FOLLOWED\"}", "If-Match", "\"2\"");

        assertThat(closed.json().get("state").asString()).isEqualTo("CANCELLED");
        ReferralChanged returned = Neighbours.changes(id, 3).get(1);
        assertThat(returned.getReason()).isEqualTo("WORK_UP_NEEDED");
        assertThat(returned.getAdvice()).isEqualTo("Please repeat CRP.");
    }

    @Test
    void aRedirectIsSeenByTheOtherQueueAndNeverComesBack() {
        act("redirect", 1, "{\"queue\": \"SPINE_SURGERY\", \"reason\": \"ANOTHER_SPECIALTY\"}");
        String path = "/api/referrals/" + Identities.referralId(id, Queue.SPINE_SURGERY, 1);
        String surgeon = tokens.specialist("SPINE_SURGERY");
        HttpApi.Answer back = api.post(
                path + "/redirect",
                surgeon,
                "{\"queue\": \"NEUROSURGERY\", \"reason\": \"ANOTHER_SPECIALTY\"}",
                "If-Match",
                "\"1\"");

        JsonNode moved = api.get(path, surgeon).json();
        assertThat(moved.get("path").get(0).asString()).isEqualTo("NEUROSURGERY");
        assertThat(moved.get("dueAt").asString()).isEqualTo("2126-03-02T08:00:00Z");
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.json().get("queues").values()).hasSize(10);
        assertThat(Neighbours.topics().events(Topics.referralQueue(Queue.SPINE_SURGERY), id))
                .hasSize(1);
    }

    @Test
    void whatIsNotPossibleNamesWhatIs() {
        HttpApi.Answer refused = act("complete", 1, "{\"outcome\": \"TREATED\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("state").asString()).isEqualTo("ROUTED");
        assertThat(refused.json().get("availableActions").values())
                .extracting(JsonNode::asString)
                .containsExactly("accept", "return", "redirect", "pause");
    }

    @Test
    void whatIsWrongWithABodyIsToldAtOnceAndNotRepeated() {
        HttpApi.Answer refused =
                act("return", 1, "{\"reason\": \"SECRET\", \"advice\": 7, \"extra\": 1, \"comment\": \"\\u0000\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").values())
                .extracting(error -> error.get("path").asString())
                .containsExactlyInAnyOrder("reason", "advice", "comment", "");
        assertThat(refused.response().body()).contains("WORK_UP_NEEDED").doesNotContain("SECRET", "extra");
        assertThat(act("accept", 1, "[]").status()).isEqualTo(400);
        assertThat(act("accept", 1, "{\"comment\": \"a\", \"comment\": \"b\"}").status())
                .isEqualTo(400);
    }

    @Test
    void anActionNeedsTheVersionThatWasRead() {
        assertThat(post("accept", neurosurgeon, "{}").status()).isEqualTo(428);
        assertThat(post("accept", neurosurgeon, "{}", "If-Match", "1").status()).isEqualTo(400);
        HttpApi.Answer stale = act("accept", 7, "{}");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().get("version").asInt()).isEqualTo(1);
    }

    @Test
    void theSameSentOnceMoreIsAnsweredAsBeforeAndAnotherActionIsStale() {
        act("accept", 1, "");
        HttpApi.Answer again = act("accept", 1, "");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(act("accept", 1, "{\"comment\": \"another\"}").status()).isEqualTo(412);
        assertThat(act("return", 1, "{\"reason\": \"WORK_UP_NEEDED\", \"advice\": \"CRP.\"}")
                        .status())
                .isEqualTo(412);
        assertThat(Neighbours.changes(id, 2)).hasSize(2);
    }

    @Test
    void eachSideDoesWhatIsItsOwn() {
        String clinic = tokens.clinic("north");
        assertThat(post("accept", clinic, "{}", "If-Match", "\"1\"").status()).isEqualTo(403);
        assertThat(act("cancel", 1, "{\"reason\": \"SEEN_ELSEWHERE\"}").status())
                .isEqualTo(403);
        assertThat(post("accept", tokens.clinic("south"), "{}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(post("accept", tokens.specialist("ONCOLOGY"), "{}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(post("accept", tokens.operations(), "{}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(403);
        assertThat(api.post("/api/referrals/" + referral + "/accept", null, "{}")
                        .status())
                .isEqualTo(401);
        assertThat(post("accept", tokens.admin(), "{}", "If-Match", "\"1\"").status())
                .isEqualTo(200);
    }

    @Test
    void anAcceptedReferralIsWithdrawnOnceTheSpecialistConfirms() {
        act("accept", 1, "{}");
        Neighbours.decide(decision(2).asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "DEFAULT-1"));
        Neighbours.awaitConsumed();

        JsonNode flagged = api.get("/api/referrals/" + referral, neurosurgeon).json();
        assertThat(flagged.get("state").asString()).isEqualTo("ACCEPTED");
        assertThat(flagged.get("toConfirm").asString()).isEqualTo("WITHDRAWAL");
        assertThat(act("confirm", 3, "{}").json().get("state").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void ofFiftyWhoAcceptAtOnceOneDoes() throws Exception {
        List<HttpApi.Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpApi.Answer>> calls = IntStream.range(0, AT_ONCE)
                    .mapToObj(number ->
                            threads.submit(() -> act("accept", 1, "{\"comment\": \"by number " + number + "\"}")))
                    .toList();
            for (Future<HttpApi.Answer> call : calls) {
                answers.add(call.get());
            }
        }

        Map<Integer, Long> byStatus =
                answers.stream().collect(Collectors.groupingBy(HttpApi.Answer::status, Collectors.counting()));
        assertThat(byStatus).isEqualTo(Map.of(200, 1L, 412, 49L));
        assertThat(Neighbours.changes(id, 2)).hasSize(2);
    }

    @Test
    void aCommentIsGoneOnceThePatientIsErased() {
        act("accept", 1, "{\"comment\": \"Somebody with a name\"}");
        Neighbours.erase(id);
        Neighbours.awaitConsumed();

        JsonNode step = api.get("/api/referrals/" + referral, neurosurgeon)
                .json()
                .get("history")
                .get(1);
        assertThat(step.get("action").asString()).isEqualTo("accept");
        assertThat(step.has("comment")).isFalse();
    }

    @Test
    void theCodesAreListed() {
        JsonNode codes =
                api.get("/api/referrals/codes", tokens.clinic("north")).json().get("items");

        assertThat(codes.values())
                .extracting(entry -> entry.get("action").asString())
                .containsExactly("complete", "return", "redirect", "cancel", "pause");
        assertThat(codes.get(0).get("codes").get(0).get("code").asString()).isEqualTo("TREATED");
    }

    private DecidedEvent decision(int revision) {
        return DecidedEvent.about(id).revision(revision).receivedAt(RECEIVED);
    }

    private HttpApi.Answer act(String action, long version, String body) {
        return post(action, neurosurgeon, body, "If-Match", "\"" + version + "\"");
    }

    private HttpApi.Answer post(String action, String token, String body, String... headers) {
        return api.post("/api/referrals/" + referral + "/" + action, token, body, headers);
    }
}
