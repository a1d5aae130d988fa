package io.dorsal.platform.client;

import io.dorsal.schemas.codec.Decoding;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.SchemaLookup;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as JSON for people: the members of the event, those that are null left out, after a member {@code record} that
 * says where it stands. A tombstone has the value null; what cannot be decoded says why, with its bytes.
 */
public final class EventJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PARKED = ".parked";

    private final Optional<EventCodec<?>> codec;

    /**
     * Reads the records of one topic.
     *
     * @param topic one that carries events, what one of its readers parked, or the one of the schemas
     */
    public EventJson(String topic, SchemaLookup schemas) {
        this.codec = Topics.all().stream()
                .filter(known ->
                        topic.equals(known.name()) || (topic.startsWith(known.name() + ".") && topic.endsWith(PARKED)))
                .findFirst()
                .map(known -> codecOf(known, schemas));
    }

    private static <E extends SpecificRecord> EventCodec<?> codecOf(Topic<E> topic, SchemaLookup schemas) {
        return EventCodec.of(topic.eventType(), schemas);
    }

    /** The record as one line. */
    public String line(ConsumerRecord<String, byte[]> record) {
        ObjectNode json = NODES.objectNode();
        ObjectNode position = json.putObject("record");
        position.put("topic", record.topic())
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("key", record.key());
        headers(record).forEach(position::put);
        if (record.value() == null) {
            json.putNull("value");
        } else if (codec.isPresent()) {
            event(record, codec.get(), json);
        } else {
            text(record, json);
        }
        return JSON.writeValueAsString(json);
    }

    private static void event(ConsumerRecord<String, byte[]> record, EventCodec<?> codec, ObjectNode json) {
        switch (codec.decode(record.value())) {
            case Decoding.Decoded<?>(IndexedRecord event) -> {
                json.put("event", event.getSchema().getName());
                members(event, json);
            }
            case Decoding.Decoded<?>(Object other) -> throw new IllegalStateException("no event: " + other.getClass());
            case Decoding.Undecodable<?>(Decoding.Defect defect) ->
                json.put("undecodable", defect.name()).put("bytes", record.value());
        }
    }

    private static void text(ConsumerRecord<String, byte[]> record, ObjectNode json) {
        try {
            json.set("schema", JSON.readTree(record.value()));
        } catch (JacksonException e) {
            json.put("bytes", record.value());
        }
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    private static void members(IndexedRecord record, ObjectNode json) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                json.set(field.name(), node(value));
            }
        }
    }

    private static JsonNode node(Object value) {
        return switch (value) {
            case IndexedRecord record -> {
                ObjectNode json = NODES.objectNode();
                members(record, json);
                yield json;
            }
            case Collection<?> many -> {
                ArrayNode array = NODES.arrayNode();
                many.forEach(one -> array.add(node(one)));
                yield array;
            }
            case Boolean yes -> NODES.booleanNode(yes);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            default -> NODES.stringNode(value.toString());
        };
    }
}
