package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.kit.messaging.ParkedHeaders;
import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.Events;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.Outside;
import io.dorsal.notification.support.SharedService;
import io.dorsal.notification.support.WebhookSink.Arrival;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.platform.TestPlatform;
import io.dorsal.testsupport.topics.TopicClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class ParkedRecordsIT extends SharedService {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final KafkaProducer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestPlatform.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    private final TopicClient topics = new TopicClient();

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        PRODUCER.close();
    }

    @Test
    void anUndecodableEmergencyIsParkedByteForByteAndOnCallStaffAreToldAndNeighboursAreProcessed() {
        UUID before = Identities.newAssessmentId();
        UUID broken = Identities.newAssessmentId();
        UUID after = Identities.newAssessmentId();
        byte[] bytes = "no event at all \0 \u00ff".getBytes(StandardCharsets.ISO_8859_1);

        topics.send(Topics.EMERGENCIES, before, Events.emergency(before));
        topics.send(Topics.EMERGENCIES.name(), broken.toString(), bytes);
        topics.send(Topics.EMERGENCIES, after, Events.emergency(after));

        awaitAlert(Identities.alertId(before, 1), "EMERGENCY", "oncall-metro");
        awaitAlert(Identities.alertId(after, 1), "EMERGENCY", "oncall-metro");
        awaitAlert(Identities.alertId(broken, 1), "POSSIBLE_EMERGENCY", "oncall-metro");
        awaitAlert(Identities.alertId(broken, 1), "POSSIBLE_EMERGENCY", "oncall-coast");
        List<ConsumerRecord<String, byte[]>> parked =
                topics.records(Subscriptions.NOTIFICATION_EMERGENCIES.parkedTopic(), broken);
        assertThat(parked).singleElement().satisfies(record -> {
            assertThat(record.value()).isEqualTo(bytes);
            assertThat(ParkedHeaders.text(record.headers(), ParkedHeaders.REASON))
                    .contains("NOT_SINGLE_OBJECT");
        });
    }

    @Test
    void aSubmissionThatTriageParkedIsAPossibleEmergencyOfItsClinicWhereThatIsKnown() {
        UUID assessment = Identities.newAssessmentId();
        UUID alert = Identities.alertId(assessment, 1);
        topics.send(Topics.PATIENTS, assessment, Events.patient(assessment, "harbor", "coast", "p"));
        UUID marker = Identities.newAssessmentId();
        topics.send(Topics.EMERGENCIES, marker, Events.emergency(marker));
        awaitAlert(Identities.alertId(marker, 1), "EMERGENCY", "oncall-metro");

        topics.send(Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic(), assessment.toString(), new byte[] {1, 2, 3});

        awaitAlert(alert, "POSSIBLE_EMERGENCY", "oncall-coast");
        assertThat(Outside.WEBHOOKS.arrivals(alert))
                .allMatch(arrival ->
                        arrival.body().path("data").path("clinicId").asString().equals("harbor"));
    }

    @Test
    void anyOtherParkedRecordIsForOperations() {
        String topic = Subscriptions.REFERRAL_DECISIONS.parkedTopic();
        UUID key = Identities.newAssessmentId();

        send(topic, key.toString().getBytes(StandardCharsets.UTF_8), new byte[0], position(4, 711));

        awaitAlert(Identities.parkedRecordAlertId(Topics.DECISIONS.name(), 4, 711), "OPERATIONS", "operations");
    }

    @Test
    void whateverStandsInAParkedRecordSomebodyIsToldAndTheNextIsRead() {
        Random random = new Random(11);
        long before = toldOfUnreadableRecords();
        String topic = Subscriptions.TRIAGE_ASSESSMENTS_BULK.parkedTopic();
        for (int i = 0; i < 40; i++) {
            send(
                    topic,
                    bytes(random, 40),
                    random.nextInt(4) == 0 ? null : bytes(random, 300),
                    Map.of(
                            ParkedHeaders.PARTITION, bytes(random, 12),
                            ParkedHeaders.OFFSET, bytes(random, 12),
                            ParkedHeaders.TOPIC, bytes(random, 300),
                            ParkedHeaders.REASON, bytes(random, 3000),
                            ParkedHeaders.FIRST_FAILED_AT, bytes(random, 30)));
        }
        send(topic, null, null, Map.of());
        send(topic, new byte[] {0}, new byte[] {(byte) 0xC3, 1}, position(0, 9_000_000_000_000_000_000L));
        send(topic, "last".getBytes(StandardCharsets.UTF_8), new byte[] {7}, position(0, 4242));

        awaitAlert(
                Identities.parkedRecordAlertId(Topics.ASSESSMENTS_BULK.name(), 0, 4242),
                "POSSIBLE_EMERGENCY",
                "oncall-metro");
        await().atMost(SOON).until(() -> toldOfUnreadableRecords() >= before + 43);
    }

    @Test
    void aRecordThatTwoGroupsHaveParkedIsToldOnce() {
        Map<String, byte[]> position = position(2, 5151);
        UUID alert = Identities.parkedRecordAlertId(Topics.ASSESSMENTS.name(), 2, 5151);

        send(Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic(), null, new byte[] {9}, position);
        send(Subscriptions.VIEW_ASSESSMENTS.parkedTopic(), null, new byte[] {9}, position);

        awaitAlert(alert, "POSSIBLE_EMERGENCY", "oncall-metro");
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(Outside.WEBHOOKS.arrivals(alert))
                        .extracting(Arrival::id)
                        .hasSize(2)
                        .doesNotHaveDuplicates());
    }

    @Test
    void aRecordThatStandsWhereAnotherHadStoodBeforeItsTopicWasMadeAnewIsToldAsWell() {
        Map<String, byte[]> position = position(2, 6161);
        UUID first = Identities.newAssessmentId();
        UUID second = Identities.newAssessmentId();
        String topic = Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic();

        send(topic, bytesOf(first), new byte[] {9}, position);
        awaitAlert(Identities.alertId(first, 1), "POSSIBLE_EMERGENCY", "oncall-metro");
        send(topic, bytesOf(second), new byte[] {9}, position);
        awaitAlert(Identities.alertId(second, 1), "POSSIBLE_EMERGENCY", "oncall-metro");
        long before = toldOfUnreadableRecords();
        send(topic, null, new byte[] {10}, position);
        await().until(() -> toldOfUnreadableRecords() == before + 1);
        send(topic, null, new byte[] {11}, position);

        await().until(() -> toldOfUnreadableRecords() == before + 2);
    }

    @Test
    void aRecordOfAnAssessmentWhoseAlertSomebodyHoldsIsNewsForThem() {
        UUID assessment = Identities.newAssessmentId();
        Alert alert = new NotificationService().raise(Events.emergency(assessment));
        new Api(port, TokenIssuer.shared().onCall("oncall", "metro")).post(alert.path() + "/acknowledge");

        topics.send(Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic(), assessment.toString(), new byte[] {1});

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Outside.WEBHOOKS.arrivals(alert.id()))
                        .hasSize(2)
                        .last()
                        .satisfies(arrival -> {
                            assertThat(arrival.body().path("type").asString()).isEqualTo("alert.news");
                            assertThat(arrival.body().path("data").path("rule").asString())
                                    .contains("could not be processed");
                        }));
    }

    private static byte[] bytesOf(UUID assessment) {
        return assessment.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long toldOfUnreadableRecords() {
        return Outside.WEBHOOKS.all().stream()
                .map(arrival -> arrival.body().path("data"))
                .filter(data -> data.path("rule").asString().equals("an assessment could not be processed"))
                .map(data -> data.path("alertId").asString())
                .distinct()
                .count();
    }

    private static void awaitAlert(UUID alert, String kind, String contact) {
        String delivery = Identities.deliveryId(alert, 1, 1, contact, "WEBHOOK").toString();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Outside.WEBHOOKS.arrivals(alert))
                        .filteredOn(arrival -> arrival.id().equals(delivery))
                        .singleElement()
                        .satisfies(arrival -> assertThat(
                                        arrival.body().path("data").path("kind").asString())
                                .isEqualTo(kind)));
    }

    private static Map<String, byte[]> position(int partition, long offset) {
        return Map.of(
                ParkedHeaders.PARTITION, String.valueOf(partition).getBytes(StandardCharsets.UTF_8),
                ParkedHeaders.OFFSET, String.valueOf(offset).getBytes(StandardCharsets.UTF_8),
                ParkedHeaders.REASON, "CORRUPT".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Random random, int atMost) {
        byte[] bytes = new byte[random.nextInt(atMost)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void send(
            String topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, byte[]> headers) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, 0, key, value);
        headers.forEach((name, bytes) -> record.headers().add(name, bytes));
        try {
            PRODUCER.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
