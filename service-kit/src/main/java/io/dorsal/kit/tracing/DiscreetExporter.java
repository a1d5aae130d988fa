package io.dorsal.kit.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Exports of spans only what is known to hold nothing about a patient. Libraries put paths, queries and texts of exceptions
 * into theirs, and whoever writes a path may write a patient into it.
 */
final class DiscreetExporter implements SpanExporter {

    private static final Set<String> OF_HTTP = Set.of("method", "uri", "status", "outcome", "exception", "error.type");
    private static final List<String> OF_OURS = List.of("messaging.", "dorsal.");

    private final SpanExporter exporter;

    DiscreetExporter(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(Discreet::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static boolean isHarmless(AttributeKey<?> key) {
        return OF_HTTP.contains(key.getKey()) || OF_OURS.stream().anyMatch(key.getKey()::startsWith);
    }

    private static Attributes harmless(Attributes attributes) {
        return attributes.toBuilder().removeIf(key -> !isHarmless(key)).build();
    }

    private static final class Discreet extends DelegatingSpanData {

        private final Attributes attributes;

        Discreet(SpanData span) {
            super(span);
            this.attributes = harmless(span.getAttributes());
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        /** Exceptions with their texts and stacks; the log has where they came from. */
        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        @Override
        public List<LinkData> getLinks() {
            return super.getLinks().stream()
                    .map(link -> LinkData.create(link.getSpanContext()))
                    .toList();
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
