package io.dorsal.kit.tracing;

import io.dorsal.schemas.topics.Subscription;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Opens spans. Names and attributes follow OpenTelemetry's conventions for messaging; beside them stand ids of assessments,
 * alerts and deliveries, and nothing about a patient.
 */
public final class Traces {

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    private static final AttributeKey<String> GROUP = AttributeKey.stringKey("messaging.consumer.group.name");
    private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    private static final AttributeKey<Long> COUNT = AttributeKey.longKey("messaging.batch.message_count");
    private static final AttributeKey<String> ASSESSMENT = AttributeKey.stringKey("dorsal.assessment.id");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    /** A key may be anything that somebody wrote to the topic. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Tracer tracer;

    public Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * The spans of the work on some records of a poll: one of the poll, linked to what each record comes from, and one in
     * the trace of each record.
     */
    public PollTrace poll(Subscription<?> subscription, List<ConsumerRecord<String, byte[]>> records) {
        List<Context> causes = records.stream().map(Traces::cause).toList();
        SpanBuilder builder =
                span("poll", "receive", subscription).setNoParent().setAttribute(COUNT, (long) records.size());
        causes.stream().map(Traces::spanContext).filter(SpanContext::isValid).forEach(builder::addLink);
        Span poll = builder.startSpan();
        List<Span> spans = new ArrayList<>(records.size());
        Map<String, Span> byKey = new HashMap<>();
        for (int index = 0; index < records.size(); index++) {
            ConsumerRecord<String, byte[]> record = records.get(index);
            Span span = of(record, subscription, causes.get(index), poll);
            spans.add(span);
            if (record.key() != null) {
                byKey.put(record.key(), span); // of several revisions the newest
            }
        }
        return new PollTrace(poll, spans, byKey);
    }

    /** Opens a step of something that was kept in a row, or a trace of its own where none was. */
    public Step step(String name, TraceContext cause, Map<String, String> attributes) {
        SpanBuilder builder =
                tracer.spanBuilder(name).setSpanKind(SpanKind.CLIENT).setParent(context(cause));
        attributes.forEach(builder::setAttribute);
        return new Step(builder.startSpan());
    }

    /** A step under way. */
    public record Step(Span span) implements AutoCloseable {

        /** What came of it. */
        public void outcome(String attribute, String value) {
            span.setAttribute(attribute, value);
        }

        @Override
        public void close() {
            span.end();
        }
    }

    static void failed(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR).setAttribute(ERROR, failure.getClass().getName());
    }

    private Span of(ConsumerRecord<String, byte[]> record, Subscription<?> subscription, Context cause, Span poll) {
        SpanBuilder builder = span("process", "process", subscription)
                .setParent(cause)
                .addLink(poll.getSpanContext())
                .setAttribute(PARTITION, Integer.toString(record.partition()))
                .setAttribute(OFFSET, record.offset());
        if (record.key() != null && ID.matcher(record.key()).matches()) {
            builder.setAttribute(ASSESSMENT, record.key());
        }
        return builder.startSpan();
    }

    private SpanBuilder span(String verb, String operationType, Subscription<?> subscription) {
        return tracer.spanBuilder(verb + " " + subscription.topic().name())
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION_TYPE, operationType)
                .setAttribute(DESTINATION, subscription.topic().name())
                .setAttribute(GROUP, subscription.group());
    }

    private static Context cause(ConsumerRecord<String, byte[]> record) {
        return context(TraceHeader.of(record.headers()));
    }

    private static Context context(TraceContext cause) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), cause, OnlyTraceparent.INSTANCE);
    }

    private static SpanContext spanContext(Context context) {
        return Span.fromContext(context).getSpanContext();
    }

    private enum OnlyTraceparent implements TextMapGetter<TraceContext> {
        INSTANCE;

        @Override
        public Iterable<String> keys(TraceContext carrier) {
            return List.of(TraceContext.HEADER);
        }

        @Override
        public @Nullable String get(@Nullable TraceContext carrier, String key) {
            return carrier != null && carrier.isKnown() && key.equals(TraceContext.HEADER)
                    ? carrier.traceparent()
                    : null;
        }
    }
}
