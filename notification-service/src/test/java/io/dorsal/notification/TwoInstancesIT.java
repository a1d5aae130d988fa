package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AlertChanged;
import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.Faults;
import io.dorsal.notification.support.Instances;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.ServiceOfItsOwn;
import io.dorsal.notification.support.Stream;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances share the topics and the database: one of all these tests, and one of each that comes and goes. */
@Order(ServiceOfItsOwn.LAST)
class TwoInstancesIT {

    /** One that is frozen is soon missed, and a database that is only slow is none that is away. */
    private static final String[] SETTINGS = {
        "--notification.fail-open-after=5s",
        "--spring.kafka.consumer.properties.session.timeout.ms=3000",
        "--spring.kafka.consumer.properties.heartbeat.interval.ms=500"
    };

    private static final Faults DATABASE = new Faults(TestPlatform.newDatabase());
    private static final Instances STAYING = new Instances();
    private static ConfigurableApplicationContext first;

    private final NotificationService service = new NotificationService();
    private final Instances instances = new Instances();

    @BeforeAll
    static void startOne() {
        first = STAYING.start(DATABASE.database(), SETTINGS);
    }

    @AfterAll
    static void stopOne() {
        STAYING.close();
    }

    @AfterEach
    void stop() {
        instances.close();
    }

    @Test
    void togetherTheyTellEachEmergencyOnceAndEitherAnswersForBothAlsoWhenOneStops() throws Exception {
        ConfigurableApplicationContext second = start();
        Api ada = Instances.api(first, "ada");
        Api ben = Instances.api(second, "ben");

        String lastSeen;
        try (Stream stream = Stream.open(ben, null)) {
            stream.awaitOpen();
            List<Alert> alerts = submit(60);
            alerts.forEach(alert -> NotificationService.awaitWebhooks(alert, 1));
            ada.post(alerts.getFirst().path() + "/acknowledge");

            stream.await(event ->
                    event.isAbout(alerts.getFirst().id()) && event.name().equals("ACKNOWLEDGED"));
            await().during(Duration.ofSeconds(1)).untilAsserted(() -> {
                for (Alert alert : alerts) {
                    assertThat(NotificationService.webhookIds(alert)).hasSize(1);
                    assertThat(stream.events().stream()
                                    .filter(event -> event.isAbout(alert.id())
                                            && event.name().equals("RAISED")))
                            .hasSize(1);
                }
            });
            lastSeen = stream.events().getLast().id();
        }
        second.close();
        Alert after = service.raise();
        try (Stream resumed = Stream.open(ada, lastSeen)) {
            resumed.await(event -> event.isAbout(after.id()) && event.name().equals("RAISED"));
            assertThat(resumed.events()).allMatch(event -> Long.parseLong(event.id()) > Long.parseLong(lastSeen));
        }
    }

    @Test
    void inAnOutageWhatOneLeavesBehindTheOtherTakesUpAndBothReconcileIt() throws Exception {
        ConfigurableApplicationContext leaving = start();
        awaitMembers(8);
        List<Alert> alerts = new ArrayList<>(submit(12));
        alerts.forEach(alert -> NotificationService.awaitWebhooks(alert, 1));

        Faults.Mend mend = DATABASE.cut();
        List<Alert> inOutage = new ArrayList<>(submit(12));
        inOutage.forEach(alert -> awaitTold(alert, "duty-lead"));
        leaving.close();
        List<Alert> afterLeaving = submit(6);
        afterLeaving.forEach(alert -> awaitTold(alert, "duty-lead"));
        mend.mend();

        inOutage.addAll(afterLeaving);
        inOutage.forEach(alert -> awaitTold(alert, "oncall-metro"));
        alerts.addAll(submit(6));
        alerts.forEach(alert -> awaitTold(alert, "oncall-metro"));
        for (Alert alert : inOutage) {
            assertThat(Set.copyOf(NotificationService.webhookIds(alert)))
                    .as("whoever told it, and how often")
                    .containsExactlyInAnyOrder(alert.webhook(1, 1, "duty-lead"), alert.webhook(1, 1, "oncall-metro"));
            assertThat(service.topics().events(Topics.ALERTS, alert.assessment()))
                    .extracting(AlertChanged::getAlertId)
                    .containsOnly(alert.id());
        }
    }

    @Test
    void whatAFrozenInstanceHasIsToldByTheOtherAndNotAgainWhenItThaws() throws Exception {
        Process freezing = instances.fork(DATABASE.database(), SETTINGS);
        awaitMembers(8);

        Instances.signal(freezing, "STOP");
        List<Alert> alerts = submit(12);
        alerts.forEach(alert -> awaitTold(alert, "oncall-metro"));
        Instances.signal(freezing, "CONT");
        awaitMembers(8);

        alerts.forEach(
                alert -> assertThat(NotificationService.webhookIds(alert)).doesNotHaveDuplicates());
    }

    /** Each instance has four consumers in the group: two of emergencies, one of patients, and one of queues at risk. */
    private static void awaitMembers(int count) {
        String group = Subscriptions.NOTIFICATION_EMERGENCIES.group();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()))) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                                    .mapToInt(described -> described.members().size())
                                    .sum()
                            == count);
        }
    }

    private List<Alert> submit(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> service.submitEmergency())
                .toList();
    }

    private static void awaitTold(Alert alert, String contact) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(NotificationService.webhookIds(alert)).contains(alert.webhook(1, 1, contact)));
    }

    private ConfigurableApplicationContext start() {
        return instances.start(DATABASE.database(), SETTINGS);
    }
}
