package io.dorsal.schemas.codec;

import io.dorsal.schemas.codec.Decoding.Decoded;
import io.dorsal.schemas.codec.Decoding.Defect;
import io.dorsal.schemas.codec.Decoding.Undecodable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro single-object encoding of one type of event: marker {@code C3 01}, the writer schema's 64-bit fingerprint
 * (little-endian), the binary datum. Safe for use by several threads.
 *
 * @param <E> the event
 */
public final class EventCodec<E extends SpecificRecord> {

    private static final int HEADER_LENGTH = 10;
    private static final byte MARKER_0 = (byte) 0xC3;
    private static final byte MARKER_1 = 0x01;
    private static final int TYPICAL_LENGTH = 1024;

    private static final ThreadLocal<@Nullable BinaryDecoder> DECODER = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable BinaryEncoder> ENCODER = new ThreadLocal<>();

    static {
        AvroSettings.apply();
    }

    private final SpecificData model;
    private final Schema schema;
    private final SpecificDatumWriter<E> writer;
    private final byte[] header;
    private final SchemaLookup lookup;
    private final Map<Long, SpecificDatumReader<E>> readers = new ConcurrentHashMap<>();

    private EventCodec(Class<E> type, SchemaLookup lookup) {
        this.model = SpecificData.getForClass(type);
        this.schema = model.getSchema(type);
        this.writer = new SpecificDatumWriter<>(schema, model);
        this.header = headerOf(schema);
        this.lookup = lookup;
    }

    /** The codec of an event, which finds the schemas of what it reads in the lookup. */
    public static <E extends SpecificRecord> EventCodec<E> of(Class<E> type, SchemaLookup lookup) {
        return new EventCodec<>(type, lookup);
    }

    /** The event as bytes. */
    public byte[] encode(E event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_LENGTH);
        out.writeBytes(header);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, ENCODER.get());
        ENCODER.set(encoder);
        try {
            writer.write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /**
     * The event in these bytes, or what is wrong with them.
     *
     * @throws SchemaLookupException when the writer's schema is not known here and could not be looked up now
     */
    public Decoding<E> decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Undecodable<>(Defect.NO_VALUE);
        }
        if (bytes.length < HEADER_LENGTH || bytes[0] != MARKER_0 || bytes[1] != MARKER_1) {
            return new Undecodable<>(Defect.NOT_SINGLE_OBJECT);
        }
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
        SpecificDatumReader<E> known = readers.get(fingerprint);
        return known == null ? decodeWithNewReader(fingerprint, bytes) : read(known, bytes);
    }

    private Decoding<E> decodeWithNewReader(long fingerprint, byte[] bytes) {
        Optional<Schema> written = lookup.find(fingerprint);
        if (written.isEmpty()) {
            return new Undecodable<>(Defect.UNKNOWN_SCHEMA);
        }
        if (!written.get().getFullName().equals(schema.getFullName())) {
            return new Undecodable<>(Defect.OTHER_EVENT);
        }
        SpecificDatumReader<E> reader = new SpecificDatumReader<>(written.get(), schema, model);
        readers.put(fingerprint, reader);
        return read(reader, bytes);
    }

    private Decoding<E> read(SpecificDatumReader<E> reader, byte[] bytes) {
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, HEADER_LENGTH, bytes.length - HEADER_LENGTH, DECODER.get());
        DECODER.set(decoder);
        try {
            @SuppressWarnings("NullAway") // Avro's way to say that there is no object to reuse
            E event = reader.read(null, decoder);
            return decoder.isEnd() ? new Decoded<>(event) : new Undecodable<>(Defect.TRAILING_BYTES);
        } catch (IOException | RuntimeException e) {
            // Whatever the bytes provoke in the decoder says the same: they are not what their header claims.
            return new Undecodable<>(Defect.CORRUPT);
        }
    }

    private static byte[] headerOf(Schema schema) {
        return ByteBuffer.allocate(HEADER_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARKER_0)
                .put(MARKER_1)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }
}
