package io.dorsal.kit.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The reason of a parking, as headers beside the untouched record. No payload and no exception text is ever in them. */
public final class ParkedHeaders {

    public static final String TOPIC = "parked-topic";
    public static final String PARTITION = "parked-partition";
    public static final String OFFSET = "parked-offset";
    public static final String GROUP = "parked-group";
    public static final String KIND = "parked-kind";
    public static final String REASON = "parked-reason";
    public static final String FIRST_FAILED_AT = "parked-first-failed-at";
    public static final String LAST_FAILED_AT = "parked-last-failed-at";
    public static final String ATTEMPTS = "parked-attempts";

    /** Only where the value was too large to be parked: how many bytes it has at its source. */
    public static final String LEFT_BYTES = "parked-left-bytes";

    /** Only where the value was too large to be parked: its SHA-256, hexadecimal. */
    public static final String LEFT_SHA256 = "parked-left-sha256";

    private ParkedHeaders() {}

    static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of a header; empty where the record has none or it is no UTF-8. */
    public static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        return Optional.of(
                StandardCharsets.UTF_8.decode(ByteBuffer.wrap(header.value())).toString());
    }

    /** The instant in a header; empty where there is none. */
    public static Optional<Instant> instant(Headers headers, String name) {
        return text(headers, name).map(Instant::parse);
    }
}
