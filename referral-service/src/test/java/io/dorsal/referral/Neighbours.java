package io.dorsal.referral;

import static org.awaitility.Awaitility.await;

import io.dorsal.events.PatientReferenced;
import io.dorsal.events.ReferralChanged;
import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.TestPlatform;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The services around the one under test: they send it decisions and references, and read what it announces. */
final class Neighbours {

    static final Duration SOON = Duration.ofSeconds(30);

    private static final TopicClient TOPICS = new TopicClient();
    private static final Admin ADMIN = Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()));
    private static final List<Subscription<?>> READ = List.of(
            Subscriptions.REFERRAL_DECISIONS, Subscriptions.REFERRAL_DECISIONS_BULK, Subscriptions.REFERRAL_PATIENTS);

    private Neighbours() {}

    static void decide(DecidedEvent decision) {
        TOPICS.send(Topics.DECISIONS, decision.assessmentId(), decision.build());
    }

    static void decideInBulk(DecidedEvent decision) {
        TOPICS.send(Topics.DECISIONS_BULK, decision.assessmentId(), decision.build());
    }

    static void refer(UUID assessment, int revision, Instant receivedAt, String reference) {
        TOPICS.send(
                Topics.PATIENTS,
                assessment,
                PatientReferenced.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setAssessmentId(assessment)
                        .setRevision(revision)
                        .setClinicId("north")
                        .setNetworkId("metro")
                        .setPatientReference(reference)
                        .setReceivedAt(receivedAt)
                        .build());
    }

    static void erase(UUID assessment) {
        TOPICS.send(Topics.PATIENTS.name(), assessment.toString(), null);
    }

    static TopicClient topics() {
        return TOPICS;
    }

    /** What was announced of an assessment, once there are so many changes. */
    static List<ReferralChanged> changes(UUID assessment, int expected) {
        return await().atMost(SOON)
                .until(() -> TOPICS.events(Topics.REFERRAL_CHANGES, assessment), changes -> changes.size() >= expected);
    }

    /** What stands in a parked topic under a key. */
    static List<ConsumerRecord<String, byte[]>> parked(Subscription<?> subscription, UUID assessment) {
        return TOPICS.records(subscription.parkedTopic(), assessment);
    }

    /** Returns once the service has done with all that was sent to it up to now. */
    static void awaitConsumed() {
        READ.forEach(Neighbours::awaitConsumed);
    }

    static void awaitConsumed(Subscription<?> subscription) {
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                ends(subscription.topic().name());
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    Map<TopicPartition, OffsetAndMetadata> committed = TOPICS.committed(subscription.group());
                    return ends.entrySet().stream()
                            .allMatch(end -> isReached(end.getValue(), committed.get(end.getKey())));
                });
    }

    /** Has the service, whose consumers must be stopped, begin again with the first record of each topic. */
    static void rewind() {
        for (Subscription<?> subscription : READ) {
            Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
            ends(subscription.topic().name())
                    .keySet()
                    .forEach(partition -> start.put(partition, new OffsetAndMetadata(0)));
            answer(ADMIN.alterConsumerGroupOffsets(subscription.group(), start).all());
        }
    }

    private static boolean isReached(ListOffsetsResultInfo end, @Nullable OffsetAndMetadata committed) {
        return end.offset() == 0 || (committed != null && committed.offset() >= end.offset());
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> ends(String topic) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        answer(ADMIN.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                .flatMap(description -> description.partitions().stream())
                .forEach(
                        partition -> latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
        return answer(ADMIN.listOffsets(latest).all());
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
    }
}
