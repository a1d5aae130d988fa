package io.dorsal.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.PatientReferenced;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.schemas.codec.Decoding.Decoded;
import io.dorsal.schemas.codec.Decoding.Defect;
import io.dorsal.schemas.codec.Decoding.Undecodable;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private final PublishedSchemas schemas = PublishedSchemas.ofAllEvents();
    private final EventCodec<UrgencyDecided> decisions = EventCodec.of(UrgencyDecided.class, schemas);
    private final EventCodec<PatientReferenced> patients = EventCodec.of(PatientReferenced.class, schemas);

    @Test
    void anEventSurvivesTheWay() {
        UrgencyDecided event = SampleEvents.urgencyDecided();

        assertThat(decisions.decode(decisions.encode(event))).isEqualTo(new Decoded<>(event));
    }

    @Test
    void noValueIsUndecodable() {
        assertThat(decisions.decode(null)).isEqualTo(new Undecodable<>(Defect.NO_VALUE));
    }

    @Test
    void garbageIsUndecodable() {
        assertThat(decisions.decode(new byte[] {1, 2, 3})).isEqualTo(new Undecodable<>(Defect.NOT_SINGLE_OBJECT));
    }

    @Test
    void aSchemaThatNobodyPublishedIsUndecodable() {
        byte[] bytes = decisions.encode(SampleEvents.urgencyDecided());
        bytes[5]++;

        assertThat(decisions.decode(bytes)).isEqualTo(new Undecodable<>(Defect.UNKNOWN_SCHEMA));
    }

    @Test
    void anotherEventIsUndecodable() {
        byte[] bytes = patients.encode(SampleEvents.patientReferenced());

        assertThat(decisions.decode(bytes)).isEqualTo(new Undecodable<>(Defect.OTHER_EVENT));
    }

    @Test
    void aTruncatedEventIsUndecodable() {
        byte[] bytes = decisions.encode(SampleEvents.urgencyDecided());

        assertThat(decisions.decode(Arrays.copyOf(bytes, bytes.length - 1)))
                .isEqualTo(new Undecodable<>(Defect.CORRUPT));
    }

    @Test
    void bytesBehindTheEventAreUndecodable() {
        byte[] bytes = decisions.encode(SampleEvents.urgencyDecided());

        assertThat(decisions.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .isEqualTo(new Undecodable<>(Defect.TRAILING_BYTES));
    }

    @Test
    void aSchemaThatCannotBeLookedUpNowIsNoVerdict() {
        EventCodec<UrgencyDecided> codec = EventCodec.of(UrgencyDecided.class, fingerprint -> {
            throw new SchemaLookupException("away", new IOException());
        });
        byte[] bytes = decisions.encode(SampleEvents.urgencyDecided());

        assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(SchemaLookupException.class);
    }

    @Test
    void aSchemaIsLookedUpOnce() {
        AtomicBoolean asked = new AtomicBoolean();
        EventCodec<UrgencyDecided> codec = EventCodec.of(UrgencyDecided.class, fingerprint -> {
            assertThat(asked.getAndSet(true)).isFalse();
            return schemas.find(fingerprint);
        });
        byte[] bytes = decisions.encode(SampleEvents.urgencyDecided());

        codec.decode(bytes);

        assertThat(codec.decode(bytes)).isInstanceOf(Decoded.class);
    }

    @Test
    void aSymbolOfANewerWriterIsReadAsUnrecognised() throws IOException {
        Schema newer = new Schema.Parser()
                .parse(AlertChanged.getClassSchema()
                        .toString()
                        .replace("\"OPERATIONS\",", "\"OPERATIONS\",\"DRILL\","));
        GenericData.Record written = new GenericData.Record(newer);
        AlertChanged sample = SampleEvents.alertChanged();
        AlertChanged.getClassSchema().getFields().forEach(field -> {
            Object value = sample.get(field.pos());
            written.put(
                    field.pos(),
                    value == null ? null : raw(newer.getField(field.name()).schema(), value));
        });
        Schema kind = newer.getField("kind").schema();
        written.put("kind", new GenericData.EnumSymbol(kind, "DRILL"));
        byte[] bytes = new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), newer)
                .encode(written)
                .array();
        SchemaLookup both = schemas.orElse(fingerprint ->
                Optional.of(newer).filter(schema -> SchemaNormalization.parsingFingerprint64(schema) == fingerprint));

        Decoding<AlertChanged> decoding =
                EventCodec.of(AlertChanged.class, both).decode(bytes);

        assertThat(decoding)
                .isInstanceOfSatisfying(
                        Decoded.class,
                        decoded -> assertThat(((AlertChanged) decoded.event()).getKind())
                                .hasToString("UNRECOGNISED"));
    }

    @Property(tries = 2000)
    void noBytesMakeItThrow(@ForAll byte @Size(max = 200) [] tail) {
        byte[] bytes = decisions.encode(SampleEvents.urgencyDecided());
        byte[] hostile = Arrays.copyOf(bytes, 10 + tail.length);
        System.arraycopy(tail, 0, hostile, 10, tail.length);

        assertThat(decisions.decode(hostile)).isNotNull();
    }

    @Property(tries = 2000)
    void noFlippedByteMakesItThrow(@ForAll @IntRange(max = 100_000) int position, @ForAll byte value) {
        EventCodec<AssessmentSubmitted> codec = EventCodec.of(AssessmentSubmitted.class, schemas);
        byte[] bytes = codec.encode(SampleEvents.assessmentSubmitted());
        bytes[position % bytes.length] = value;

        assertThat(codec.decode(bytes)).isNotNull();
    }

    private static Object raw(Schema schema, Object value) {
        return switch (value) {
            case UUID uuid -> uuid.toString();
            case Instant instant -> instant.toEpochMilli();
            case Enum<?> symbol -> new GenericData.EnumSymbol(enumOf(schema), symbol.name());
            default -> value;
        };
    }

    private static Schema enumOf(Schema schema) {
        return schema.isUnion() ? schema.getTypes().getLast() : schema;
    }
}
