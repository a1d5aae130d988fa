package io.dorsal.kit.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.trace.ReadableSpan;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The trace that the current thread works in: that of a request, or of the records of a poll, each of which has its own. */
public final class CurrentTrace {

    /** On a span that is exported though its trace was not sampled: why. */
    static final AttributeKey<String> KEPT_FOR = AttributeKey.stringKey("dorsal.kept_for");

    /** The spans of the records in work, by their keys. */
    static final ContextKey<Map<String, Span>> BY_KEY = ContextKey.named("dorsal-records");

    private static final String VERSION_0 = "00-";

    private CurrentTrace() {}

    /** What is to travel with something that is caused by the record of this key, or else by the request at hand. */
    public static TraceContext of(String key) {
        return contextOf(span(key));
    }

    /**
     * Has the trace exported whether it was sampled or not, from here on: an emergency's is always wanted.
     *
     * @param key of the record in work that it is about; the request at hand where there is none
     */
    public static void keepForEmergency(String key) {
        Stream.of(span(key), Span.current()).forEach(span -> span.setAttribute(KEPT_FOR, "EMERGENCY"));
    }

    /** Does some work that is no part of the trace at hand. */
    public static <T> T outside(Supplier<T> work) {
        return Context.root().wrapSupplier(work).get();
    }

    static TraceContext contextOf(Span span) {
        SpanContext context = span.getSpanContext();
        if (!context.isValid()) {
            return TraceContext.NONE;
        }
        TraceFlags flags = isKept(span) ? sampled(context.getTraceFlags()) : context.getTraceFlags();
        return new TraceContext(VERSION_0 + context.getTraceId() + "-" + context.getSpanId() + "-" + flags.asHex());
    }

    /** All other flags stay as they are. */
    private static TraceFlags sampled(TraceFlags flags) {
        return TraceFlags.fromByte(
                (byte) (flags.asByte() | TraceFlags.getSampled().asByte()));
    }

    static boolean isKept(Span span) {
        return span.getSpanContext().isSampled()
                || (span instanceof ReadableSpan readable && readable.getAttribute(KEPT_FOR) != null);
    }

    private static Span span(String key) {
        Map<String, Span> records = Context.current().get(BY_KEY);
        Span ofRecord = records == null ? null : records.get(key);
        return ofRecord == null ? Span.current() : ofRecord;
    }
}
