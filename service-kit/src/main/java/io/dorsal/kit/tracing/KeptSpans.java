package io.dorsal.kit.tracing;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Lets through what was sampled and what is kept for an emergency: a queue full of anything else could push those out. */
final class KeptSpans implements SpanProcessor {

    private final SpanProcessor exporting;

    /**
     * @param exporting exports spans that were not sampled, too
     */
    KeptSpans(SpanProcessor exporting) {
        this.exporting = exporting;
    }

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {
        if (exporting.isStartRequired()) {
            exporting.onStart(parentContext, span);
        }
    }

    @Override
    public boolean isStartRequired() {
        return exporting.isStartRequired();
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (span.getSpanContext().isSampled() || span.getAttribute(CurrentTrace.KEPT_FOR) != null) {
            exporting.onEnd(span);
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporting.shutdown();
    }

    @Override
    public CompletableResultCode forceFlush() {
        return exporting.forceFlush();
    }
}
