package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.Urgency;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ReferralServiceTest
class SitesIT {

    private static final String ALWAYS_OPEN = """
            {"name": "%s", "timeZone": "Europe/Zurich", "slots": {"CHIROPRACTIC": %d, "PHYSIATRY": 700}, "hours": {
              "MONDAY": ["00:00-24:00"], "TUESDAY": ["00:00-24:00"], "WEDNESDAY": ["00:00-24:00"],
              "THURSDAY": ["00:00-24:00"], "FRIDAY": ["00:00-24:00"], "SATURDAY": ["00:00-24:00"],
              "SUNDAY": ["00:00-24:00"]}}
            """;

    private final TokenIssuer tokens = TokenIssuer.shared();
    private final String admin = tokens.admin();
    private final List<UUID> assessments = new ArrayList<>();

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private HttpApi api;

    @BeforeEach
    void startWithoutSites() {
        api = new HttpApi(port);
        Neighbours.awaitConsumed();
        empty();
    }

    @AfterEach
    void leaveNoSites() {
        jdbc.sql("delete from site").update();
        empty();
    }

    private void empty() {
        jdbc.sql("delete from referral where queue in ('CHIROPRACTIC', 'PHYSIATRY')")
                .update();
        jdbc.sql("delete from queue_risk").update();
    }

    @Test
    void anAdministratorSetsReadsChangesAndRemovesASite() {
        String body = ALWAYS_OPEN.formatted("First", 5);

        HttpApi.Answer created = api.put("/api/sites/first", admin, body, "If-None-Match", "*");
        HttpApi.Answer repeated = api.put("/api/sites/first", admin, body, "If-None-Match", "*");
        HttpApi.Answer changed =
                api.put("/api/sites/first", admin, ALWAYS_OPEN.formatted("Renamed", 6), "If-Match", "\"1\"");
        HttpApi.Answer stale = api.put("/api/sites/first", admin, body, "If-Match", "\"1\"");
        HttpApi.Answer second = api.put("/api/sites/first", admin, body, "If-None-Match", "*");
        HttpApi.Answer read = api.get("/api/sites/first", admin);

        assertThat(List.of(created.status(), repeated.status(), changed.status(), stale.status(), second.status()))
                .containsExactly(201, 201, 200, 412, 412);
        assertThat(read.header("ETag")).isEqualTo("\"2\"");
        assertThat(read.json().get("name").asString()).isEqualTo("Renamed");
        assertThat(read.json().get("slots").get("CHIROPRACTIC").asInt()).isEqualTo(6);
        assertThat(api.get("/api/sites", admin).json().get("items")).hasSize(1);
        assertThat(api.delete("/api/sites/first", admin).status()).isEqualTo(428);
        assertThat(api.delete("/api/sites/first", admin, "If-Match", "\"1\"").status())
                .isEqualTo(412);
        assertThat(api.delete("/api/sites/first", admin, "If-Match", "\"2\"").status())
                .isEqualTo(204);
        assertThat(api.get("/api/sites/first", admin).status()).isEqualTo(404);
        assertThat(api.put("/api/sites/first", admin, body, "If-None-Match", "*")
                        .header("ETag"))
                .isEqualTo("\"4\"");
    }

    @Test
    void whatIsNoSiteIsRefusedWithAllErrorsAndNobodyElseMaySetOne() {
        HttpApi.Answer refused =
                api.put("/api/sites/first", admin, "{\"name\": 7, \"slots\": {}}", "If-None-Match", "*");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").values())
                .extracting(error -> error.get("path").asString())
                .containsExactly("name", "timeZone", "hours", "slots");
        assertThat(api.put("/api/sites/first", admin, "{}").status()).isEqualTo(428);
        assertThat(api.get("/api/sites", tokens.specialist("CHIROPRACTIC")).status())
                .isEqualTo(403);
    }

    @Test
    void aReferralGoesToTheSiteThatIsTakenLeastAndSaysWhy() {
        set("busy", 70);
        route(Urgency.SOON);
        set("idle", 70);

        JsonNode referral = referral(route(Urgency.ROUTINE));

        assertThat(referral.get("site").asString()).isEqualTo("idle");
        assertThat(referral.get("siteChoice").get("reason").asString()).isEqualTo("LEAST_LOADED");
        assertThat(referral.get("siteChoice").get("explanation").asString()).contains("idle", "0 of 4");
        assertThat(referral.get("history").get(0).get("siteChoice")).isEqualTo(referral.get("siteChoice"));
        ReferralChanged event = Neighbours.changes(assessments.getLast(), 1).getFirst();
        assertThat(event.getSite()).isEqualTo("idle");
        assertThat(event.getSiteReason()).isEqualTo("LEAST_LOADED");
    }

    @Test
    void whatASiteCannotSeeInTimeIsRoutedAtRiskAndOperationsAreToldOnce() {
        set("small", 1);

        route(Urgency.SOON);
        JsonNode late = referral(route(Urgency.SOON));
        route(Urgency.SOON);

        assertThat(late.get("atRisk").asBoolean()).isTrue();
        assertThat(late.get("siteChoice").get("reason").asString()).isEqualTo("NO_SITE_IN_TIME");
        assertThat(late.has("site")).isFalse();
        List<ReferralChanged> risks = await().atMost(Neighbours.SOON).until(this::risks, told -> !told.isEmpty());
        assertThat(risks).singleElement().satisfies(risk -> {
            assertThat(risk.getQueue()).isEqualTo(Queue.CHIROPRACTIC);
            assertThat(risk.getReason()).isEqualTo("NO_SITE_IN_TIME");
        });
        assertThat(jdbc.sql("select count(*) from queue_risk")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSlotIsFreeAgainOnceWhoHadItIsGoneElsewhere() {
        set("small", 1);
        UUID first = route(Urgency.SOON);
        assertThat(referral(first).get("site").asString()).isEqualTo("small");

        HttpApi.Answer moved = api.post(
                "/api/referrals/" + first + "/redirect",
                admin,
                "{\"queue\": \"PHYSIATRY\", \"reason\": \"ANOTHER_SPECIALTY\"}",
                "If-Match",
                "\"1\"");

        assertThat(moved.status()).isEqualTo(200);
        assertThat(referral(Identities.referralId(assessments.getFirst(), Queue.PHYSIATRY, 1))
                        .get("site")
                        .asString())
                .isEqualTo("small");
        UUID second = route(Urgency.SOON);
        assertThat(referral(second).get("site").asString()).isEqualTo("small");
        assertThat(referral(route(Urgency.SOON)).has("site")).isFalse();
        act(second, "accept", 1, "{}");
        act(second, "schedule", 2, "{\"appointmentAt\": \"2126-03-02T09:00:00Z\"}");
        act(second, "complete", 3, "{\"outcome\": \"TREATED\"}");
        assertThat(referral(route(Urgency.SOON)).get("site").asString()).isEqualTo("small");
    }

    @Test
    void anEmergencyIsRoutedWithoutASiteWhereSitesCannotBeRead() {
        jdbc.sql("alter table site rename to site_away").update();
        try {
            JsonNode referral = referral(route(Urgency.EMERGENCY));

            assertThat(referral.get("state").asString()).isEqualTo("ROUTED");
            assertThat(referral.get("siteChoice").get("reason").asString()).isEqualTo("NOT_CHOSEN");
        } finally {
            jdbc.sql("alter table site_away rename to site").update();
        }
    }

    private void set(String site, int slots) {
        assertThat(api.put("/api/sites/" + site, admin, ALWAYS_OPEN.formatted(site, slots), "If-None-Match", "*")
                        .status())
                .isEqualTo(201);
    }

    private UUID route(Urgency urgency) {
        UUID assessment = UUID.randomUUID();
        assessments.add(assessment);
        Neighbours.decide(DecidedEvent.about(assessment).asking(Queue.CHIROPRACTIC, urgency, "MANUAL-1"));
        Neighbours.awaitConsumed();
        return Identities.referralId(assessment, Queue.CHIROPRACTIC, 1);
    }

    private JsonNode referral(UUID id) {
        return api.get("/api/referrals/" + id, admin).json();
    }

    private void act(UUID referral, String action, int version, String body) {
        assertThat(api.post("/api/referrals/" + referral + "/" + action, admin, body, "If-Match", "\"" + version + "\"")
                        .status())
                .isEqualTo(200);
    }

    /** Those of this test's assessments. */
    private List<ReferralChanged> risks() {
        return assessments.stream()
                .flatMap(assessment -> Neighbours.topics().events(Topics.REFERRAL_RISKS, assessment).stream())
                .toList();
    }
}
