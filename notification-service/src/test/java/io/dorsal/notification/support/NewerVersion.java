package io.dorsal.notification.support;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A triage-service that was rolled out first, and whose decisions have a field that nobody here knows. */
public final class NewerVersion {

    private static final Schema OLD = UrgencyDecided.getClassSchema();
    private static final Schema NEWER = withOneMoreField();

    private NewerVersion() {}

    /** Publishes the schema, as a service does before its first event. */
    public static void publishSchema(TopicClient topics) {
        topics.send(
                Topics.SCHEMAS,
                "%016x".formatted(SchemaNormalization.parsingFingerprint64(NEWER)),
                NEWER.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] encode(UrgencyDecided event) {
        try {
            ByteBuffer bytes = event.toByteBuffer();
            bytes.position(bytes.position() + 10);
            byte[] body = new byte[bytes.remaining()];
            bytes.get(body);
            GenericRecord record = new GenericDatumReader<GenericRecord>(OLD, NEWER)
                    .read(null, DecoderFactory.get().binaryDecoder(body, null));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(ByteBuffer.allocate(10)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put((byte) 0xC3)
                    .put((byte) 0x01)
                    .putLong(SchemaNormalization.parsingFingerprint64(NEWER))
                    .array());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(NEWER).write(record, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema withOneMoreField() {
        ObjectNode schema = (ObjectNode) JsonMapper.shared().readTree(OLD.toString());
        ((ArrayNode) schema.get("fields"))
                .addObject()
                .put("name", "remark")
                .put("type", "string")
                .put("default", "");
        return new Schema.Parser().parse(schema.toString());
    }
}
