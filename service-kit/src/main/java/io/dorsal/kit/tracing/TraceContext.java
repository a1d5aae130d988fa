package io.dorsal.kit.tracing;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in a trace something happens, as W3C Trace Context writes it: what travels in headers, and is kept in rows.
 *
 * @param traceparent empty where there is no trace
 */
public record TraceContext(String traceparent) {

    /** No trace. */
    public static final TraceContext NONE = new TraceContext("");

    /** The name of its header. */
    public static final String HEADER = "traceparent";

    private static final Pattern VERSION_0 = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    /** What somebody wrote; none where that is no trace context. */
    public static TraceContext read(@Nullable String traceparent) {
        return traceparent != null && VERSION_0.matcher(traceparent).matches() ? new TraceContext(traceparent) : NONE;
    }

    /** Whether there is a trace. */
    public boolean isKnown() {
        return !traceparent.isEmpty();
    }
}
