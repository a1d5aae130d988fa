package io.dorsal.schemas.identity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.dorsal.events.Queue;
import io.dorsal.events.ShadowDisagreed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes every id that crosses a service boundary.
 *
 * <p>Name-based ids are UUIDv5 under one constant namespace, their parts joined by {@code |}. Two parties that know the
 * same facts thus arrive at the same id without talking, which is what makes redelivery harmless.
 */
public final class Identities {

    /** The namespace of all name-based ids. Never changes: ids of stored data depend on it. */
    public static final UUID NAMESPACE = UUID.fromString("6f1c1f2e-7d0a-4b52-9c3e-0d5a1e9b7c44");

    private static final NameBasedGenerator NAME_BASED = Generators.nameBasedGenerator(NAMESPACE);
    private static final TimeBasedEpochGenerator TIME_BASED = Generators.timeBasedEpochGenerator();

    private Identities() {}

    /** A new, time-ordered assessment id (UUIDv7), for a submission without an idempotency key. */
    public static UUID newAssessmentId() {
        return TIME_BASED.generate();
    }

    /** The id that every retry of a submission under this key gets, on any instance. */
    public static UUID assessmentId(String clinicId, String idempotencyKey) {
        return nameBased(clinicId, idempotencyKey);
    }

    /**
     * The id of a submission whose key the platform made itself, as a prefix and a seed: time-ordered (UUIDv7) as its
     * seed is, and of this clinic alone, so that the key of another clinic leads nowhere.
     *
     * @param seed what {@link #newAssessmentId} gave
     */
    public static UUID assessmentId(String clinicId, UUID seed) {
        UUID hash = nameBased(clinicId, "retry", seed);
        long timeAndVersion = seed.getMostSignificantBits() & 0xFFFF_FFFF_FFFF_F000L;
        return new UUID(timeAndVersion | (hash.getMostSignificantBits() & 0xFFFL), hash.getLeastSignificantBits());
    }

    /** One decision per assessment revision. */
    public static UUID decisionId(UUID assessmentId, int revision) {
        return nameBased(assessmentId, revision);
    }

    /** One referral per assessment, queue and episode. */
    public static UUID referralId(UUID assessmentId, Queue queue, int episode) {
        return referralId(assessmentId, queue.name(), episode);
    }

    /** The same, for those who know the queue by its name. */
    public static UUID referralId(UUID assessmentId, String queue, int episode) {
        return nameBased(assessmentId, queue, episode);
    }

    /** One alert per assessment and episode. */
    public static UUID alertId(UUID assessmentId, int episode) {
        return nameBased(assessmentId, episode);
    }

    /** One delivery per alert, round, step, contact and channel; stable over the retries of that delivery. */
    public static UUID deliveryId(UUID alertId, int round, int step, String contactId, String channel) {
        return nameBased(alertId, round, step, contactId, channel);
    }

    /** The alert about a parked record whose key names no assessment. */
    public static UUID parkedRecordAlertId(String topic, int partition, long offset) {
        return nameBased("parked", topic, partition, offset);
    }

    /** The id of an event, from what makes it the same event: its type, its subject and the subject's version. */
    public static UUID eventId(Class<?> eventType, UUID subject, long version) {
        return nameBased(eventType.getSimpleName(), subject, version);
    }

    /** The event, and the risk, that the sites of a queue are not enough from a time on. */
    public static UUID queueRiskId(String queue, Instant since) {
        return nameBased("risk", queue, since);
    }

    /** The event that a candidate ruleset disagrees on a revision: one per revision and pair of rulesets, by their hashes. */
    public static UUID disagreementId(UUID assessmentId, int revision, String activeHash, String candidateHash) {
        return nameBased(ShadowDisagreed.class.getSimpleName(), assessmentId, revision, activeHash, candidateHash);
    }

    /**
     * The webhook by which a clinic is told what became of an assessment; stable over the retries of that webhook.
     *
     * @param type what happened, such as {@code assessment.decided}
     * @param subject to what it happened
     * @param occurrence tells apart what may happen to one subject more than once
     */
    public static UUID webhookId(String type, UUID subject, String occurrence) {
        return nameBased("webhook", type, subject, occurrence);
    }

    private static UUID nameBased(Object... parts) {
        return NAME_BASED.generate(Arrays.stream(parts)
                .map(Object::toString)
                .collect(Collectors.joining("|"))
                .getBytes(StandardCharsets.UTF_8));
    }
}
