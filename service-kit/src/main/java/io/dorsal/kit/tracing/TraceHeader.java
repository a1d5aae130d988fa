package io.dorsal.kit.tracing;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The trace context in the headers of a record. */
public final class TraceHeader {

    private TraceHeader() {}

    /** Writes it, where there is one. */
    public static void put(ProducerRecord<?, ?> record, TraceContext context) {
        if (context.isKnown()) {
            record.headers().remove(TraceContext.HEADER);
            record.headers().add(TraceContext.HEADER, context.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Reads it; none where there is none that can be read. */
    public static TraceContext of(Headers headers) {
        Header header = headers.lastHeader(TraceContext.HEADER);
        return header == null || header.value() == null
                ? TraceContext.NONE
                : TraceContext.read(new String(header.value(), StandardCharsets.US_ASCII));
    }
}
