package io.dorsal.notification;

import static io.dorsal.notification.support.NotificationService.mailIds;
import static io.dorsal.notification.support.NotificationService.webhookIds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.Events;
import io.dorsal.notification.support.Faults;
import io.dorsal.notification.support.Faults.Mend;
import io.dorsal.notification.support.FaultyService;
import io.dorsal.notification.support.NewerVersion;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.Outside;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * However the database fails, an emergency reaches the fallback contact within five seconds of the patience with it, which
 * is two seconds here and ten in production.
 */
@DirtiesContext
@Order(FaultyService.SECOND)
class DatabaseFaultsIT extends FaultyService {

    private static final Duration BAR = PATIENCE.plusSeconds(5);

    private final NotificationService service = new NotificationService();
    private final DataSource pool;

    @LocalServerPort
    private int port;

    DatabaseFaultsIT(@Autowired DataSource pool) {
        this.pool = pool;
    }

    enum Fault {
        CUT,
        HANG,
        LOCK_HELD,
        DELIVERIES_LOCKED,
        READ_ONLY,
        POOL_EXHAUSTED,
        COMMIT_HANGS
    }

    @AfterEach
    void acceptAgain() {
        Outside.WEBHOOKS.answer(204);
        SMTP.restore();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CUT", "DELIVERIES_LOCKED"},
            mode = EnumSource.Mode.EXCLUDE)
    void anEmergencyReachesTheFallbackContactInTimeAndOnCallStaffAfterwards(Fault fault) throws SQLException {
        service.raise();

        Mend mend = begin(fault);
        Alert emergency = service.submitEmergency();
        awaitTold(emergency, 1, 1, "duty-lead", BAR);
        mend.mend();

        awaitTold(emergency, 1, 1, "oncall-metro", Duration.ofSeconds(30));
        await().untilAsserted(() -> assertThat(read(emergency)).contains("told while the database was away"));
        assertNothingCameTwice(emergency);
        assertThat(service.topics()
                        .records(Subscriptions.NOTIFICATION_EMERGENCIES.parkedTopic(), emergency.assessment()))
                .isEmpty();
    }

    @Test
    void aDatabaseThatComesAndGoesKeepsNobodyFromBeingTold() {
        service.raise();
        AtomicBoolean flapping = new AtomicBoolean(true);
        Thread flaps = Thread.ofVirtual().start(() -> flap(flapping));

        Alert emergency = service.submitEmergency();
        await().atMost(BAR.plusSeconds(3))
                .untilAsserted(() -> assertThat(webhookIds(emergency)).isNotEmpty());

        flapping.set(false);
        await().until(() -> !flaps.isAlive());
        awaitTold(emergency, 1, 1, "oncall-metro", Duration.ofSeconds(30));
        assertNothingCameTwice(emergency);
    }

    @Test
    void inALongOutageItRepeatsAndTheChainGoesOnFromThereAfterwards() throws SQLException {
        service.raise();

        Mend mend = DATABASE.cut();
        Alert emergency = service.submit(
                Events.decidedFor("harbor", "coast", Identities.newAssessmentId(), 1, Urgency.EMERGENCY, "CES-1"));
        awaitTold(emergency, 1, 1, "duty-lead", BAR);
        awaitTold(emergency, 1, 2, "duty-lead", Duration.ofSeconds(5));
        awaitTold(emergency, 2, 1, "duty-lead", Duration.ofSeconds(5));
        mend.mend();

        awaitTold(emergency, 1, 1, "oncall-coast", Duration.ofSeconds(30));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(webhookIds(emergency))
                        .anyMatch(id -> List.of(
                                        emergency.webhook(2, 2, "oncall-coast"),
                                        emergency.webhook(3, 1, "oncall-coast"),
                                        emergency.webhook(3, 2, "oncall-coast"),
                                        emergency.webhook(4, 1, "oncall-coast"))
                                .contains(id)));
        assertThat(webhookIds(emergency)).doesNotContain(emergency.webhook(1, 2, "oncall-coast"));
        assertNothingCameTwice(emergency);
        admin().post(emergency.path() + "/acknowledge");
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "DELIVERIES_LOCKED"})
    void anEmergencyThatWasStoredButNotDeliveredWhenTheDatabaseFailedIsTold(Fault fault) throws SQLException {
        service.raise();
        Outside.WEBHOOKS.answer(503);
        SMTP.cut();
        Alert emergency = service.submitEmergency();
        await().untilAsserted(() -> assertThat(read(emergency)).contains("FAILED"));

        Mend mend = begin(fault);
        Outside.WEBHOOKS.answer(204);
        SMTP.restore();
        awaitTold(emergency, 1, 1, "duty-lead", BAR);
        mend.mend();

        awaitTold(emergency, 1, 1, "oncall-metro", Duration.ofSeconds(40));
        await().untilAsserted(() -> assertThat(read(emergency)).contains("\"deliveredAt\"", "told while the database"));
    }

    @Test
    void whatIsWrittenByANewerVersionOrCannotBeIsToldAsWell() throws SQLException {
        service.raise();
        NewerVersion.publishSchema(service.topics());
        UUID newer = Identities.newAssessmentId();
        UUID impossible = Identities.newAssessmentId();
        UrgencyDecided withoutRevision = UrgencyDecided.newBuilder(Events.emergency(impossible))
                .setRevision(0)
                .build();

        Mend mend = DATABASE.cut();
        service.topics()
                .send(Topics.EMERGENCIES.name(), newer.toString(), NewerVersion.encode(Events.emergency(newer)));
        service.topics().send(Topics.EMERGENCIES, impossible, withoutRevision);

        assertToldAs("EMERGENCY", newer);
        assertToldAs("POSSIBLE_EMERGENCY", impossible);
        mend.mend();
        awaitTold(alertOf(newer), 1, 1, "oncall-metro", Duration.ofSeconds(30));
        awaitTold(alertOf(impossible), 1, 1, "oncall-metro", Duration.ofSeconds(30));
    }

    private static void assertToldAs(String kind, UUID assessment) {
        Alert alert = alertOf(assessment);
        awaitTold(alert, 1, 1, "duty-lead", BAR);
        assertThat(Outside.WEBHOOKS.arrivals(alert.id()))
                .allMatch(arrival ->
                        arrival.body().path("data").path("kind").asString().equals(kind));
    }

    private static Alert alertOf(UUID assessment) {
        return new Alert(assessment, Identities.alertId(assessment, 1));
    }

    private Mend begin(Fault fault) throws SQLException {
        return switch (fault) {
            case CUT -> DATABASE.cut();
            case HANG -> DATABASE.hang();
            case LOCK_HELD -> DATABASE.lock("timeline");
            case DELIVERIES_LOCKED -> DATABASE.lock("delivery");
            case READ_ONLY -> DATABASE.readOnly();
            case POOL_EXHAUSTED -> Faults.exhaust(pool, POOL);
            case COMMIT_HANGS -> DATABASE.slowCommits(6);
        };
    }

    private static void flap(AtomicBoolean flapping) {
        while (flapping.get()) {
            Mend mend = DATABASE.cut();
            pause(Duration.ofMillis(700));
            try {
                mend.mend();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            pause(Duration.ofMillis(150));
        }
    }

    private static void pause(Duration time) {
        await().pollDelay(time).until(() -> true);
    }

    private static void awaitTold(Alert alert, int round, int step, String contact, Duration atMost) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            assertThat(webhookIds(alert)).contains(alert.webhook(round, step, contact));
            assertThat(mailIds(alert)).contains(alert.mail(round, step, contact));
        });
    }

    private static void assertNothingCameTwice(Alert alert) {
        assertThat(webhookIds(alert)).doesNotHaveDuplicates();
        assertThat(mailIds(alert)).doesNotHaveDuplicates();
    }

    private String read(Alert alert) {
        return admin().get(alert.path()).body().toString();
    }

    private Api admin() {
        return new Api(port, TokenIssuer.shared().admin());
    }
}
