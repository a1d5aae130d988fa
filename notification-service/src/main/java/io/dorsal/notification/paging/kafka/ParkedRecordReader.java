package io.dorsal.notification.paging.kafka;

import io.dorsal.kit.messaging.ParkedHeaders;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.Origin;
import io.dorsal.notification.alert.SourcePosition;
import io.dorsal.notification.paging.ParkedRecord;
import io.dorsal.schemas.codec.Decoding;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.SchemaLookup;
import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Makes out what a parked record is about. Whatever stands in its key, headers and bytes, this answers: what cannot be
 * read is unknown, and what is read is checked before it is believed.
 */
public final class ParkedRecordReader {

    private static final Set<Topic<?>> MAY_HOLD_EMERGENCIES =
            Set.of(Topics.ASSESSMENTS, Topics.ASSESSMENTS_BULK, Topics.EMERGENCIES);
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.$-]{1,80}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final String UNKNOWN = "UNKNOWN";

    private final Map<String, Source<?>> byParkedTopic = new HashMap<>();

    public ParkedRecordReader(SchemaLookup schemas) {
        Subscriptions.all()
                .forEach(subscription ->
                        byParkedTopic.put(subscription.parkedTopic(), Source.of(subscription, schemas)));
    }

    /** True for a parked topic. */
    public boolean reads(String topic) {
        return byParkedTopic.containsKey(topic);
    }

    /** A record of a parked topic. */
    public ParkedRecord read(ConsumerRecord<String, byte[]> record) {
        Source<?> source = byParkedTopic.get(record.topic());
        if (source == null) {
            throw new IllegalArgumentException("no parked topic: " + record.topic());
        }
        Headers headers = record.headers();
        return source.describe(record, positionOf(record, source), code(headers, ParkedHeaders.REASON));
    }

    /** A record of the emergencies' own topic that cannot be read: as it will be described once it is parked. */
    public ParkedRecord unreadableEmergency(ConsumerRecord<String, byte[]> record, String reason) {
        SourcePosition position = new SourcePosition(record.topic(), record.partition(), record.offset());
        return source(Subscriptions.NOTIFICATION_EMERGENCIES).describe(record, position, reason);
    }

    private Source<?> source(Subscription<?> subscription) {
        Source<?> source = byParkedTopic.get(subscription.parkedTopic());
        if (source == null) {
            throw new IllegalStateException("every subscription has a parked topic");
        }
        return source;
    }

    /** Where the record had stood; without that in its headers, where it stands now. */
    private static SourcePosition positionOf(ConsumerRecord<String, byte[]> record, Source<?> source) {
        Optional<Integer> partition = number(record.headers(), ParkedHeaders.PARTITION)
                .filter(number -> number <= Integer.MAX_VALUE)
                .map(Long::intValue);
        Optional<Long> offset = number(record.headers(), ParkedHeaders.OFFSET);
        return partition.isPresent() && offset.isPresent()
                ? new SourcePosition(source.subscription().topic().name(), partition.get(), offset.get())
                : new SourcePosition(record.topic(), record.partition(), record.offset());
    }

    private static Optional<Long> number(Headers headers, String name) {
        return ParkedHeaders.text(headers, name)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::valueOf);
    }

    private static String code(Headers headers, String name) {
        return ParkedHeaders.text(headers, name)
                .filter(text -> CODE.matcher(text).matches())
                .orElse(UNKNOWN);
    }

    /** What one subscription's parked records are. */
    private record Source<E extends SpecificRecord>(Subscription<E> subscription, EventCodec<E> codec) {

        static <E extends SpecificRecord> Source<E> of(Subscription<E> subscription, SchemaLookup schemas) {
            return new Source<>(subscription, EventCodec.of(subscription.topic().eventType(), schemas));
        }

        ParkedRecord describe(ConsumerRecord<String, byte[]> record, SourcePosition position, String reason) {
            Optional<E> event = decoded(record.value());
            Optional<AssessmentId> assessment = assessment(record.key())
                    .or(() -> event.flatMap(one -> field(one, "assessmentId")).flatMap(Source::assessment));
            return new ParkedRecord(
                    position,
                    assessment.orElse(null),
                    event.flatMap(Source::origin).orElse(Origin.UNKNOWN),
                    MAY_HOLD_EMERGENCIES.contains(subscription.topic()),
                    subscription.group(),
                    reason,
                    hashOf(record));
        }

        private static String hashOf(ConsumerRecord<String, byte[]> record) {
            try {
                MessageDigest hash = MessageDigest.getInstance("SHA-256");
                hash.update(String.valueOf(record.key()).getBytes(StandardCharsets.UTF_8));
                hash.update((byte) 0);
                return HexFormat.of().formatHex(hash.digest(record.value() == null ? new byte[0] : record.value()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        private Optional<E> decoded(byte @Nullable [] bytes) {
            try {
                return switch (codec.decode(bytes)) {
                    case Decoding.Decoded<E>(E event) -> Optional.of(event);
                    case Decoding.Undecodable<E>(Decoding.Defect defect) -> Optional.empty();
                };
            } catch (RuntimeException e) {
                return Optional.empty(); // The schema may not be known here; then the key must do.
            }
        }

        private static Optional<Origin> origin(SpecificRecord event) {
            Optional<String> clinic =
                    field(event, "clinicId").filter(text -> CODE.matcher(text).matches());
            Optional<String> network =
                    field(event, "networkId").filter(text -> CODE.matcher(text).matches());
            return clinic.isPresent() && network.isPresent()
                    ? Optional.of(new Origin(clinic.get(), network.get(), false))
                    : Optional.empty();
        }

        private static Optional<String> field(SpecificRecord event, String name) {
            Schema.Field field = event.getSchema().getField(name);
            return field == null
                    ? Optional.empty()
                    : Optional.ofNullable(event.get(field.pos())).map(Object::toString);
        }

        private static Optional<AssessmentId> assessment(@Nullable String text) {
            return Optional.ofNullable(text)
                    .filter(id -> UUID_TEXT.matcher(id).matches())
                    .map(UUID::fromString)
                    .map(AssessmentId::new);
        }
    }
}
