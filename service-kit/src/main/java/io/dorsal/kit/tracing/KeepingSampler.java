package io.dorsal.kit.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Samples what its parent was sampled for, and a share of what has none. All else is recorded nevertheless: only at the end
 * of the work is it known whether it was about an emergency, whose trace {@link KeptSpans} exports in any case.
 */
final class KeepingSampler implements Sampler {

    private final Sampler ofRoots;

    /**
     * @param share of traces, from 0 to 1
     */
    KeepingSampler(double share) {
        this.ofRoots = Sampler.traceIdRatioBased(share);
    }

    @Override
    public SamplingResult shouldSample(
            Context parentContext,
            String traceId,
            String name,
            SpanKind spanKind,
            Attributes attributes,
            List<LinkData> parentLinks) {
        SpanContext parent = Span.fromContext(parentContext).getSpanContext();
        boolean sampled = parent.isValid()
                ? parent.isSampled()
                : ofRoots.shouldSample(parentContext, traceId, name, spanKind, attributes, parentLinks)
                                .getDecision()
                        == SamplingDecision.RECORD_AND_SAMPLE;
        return sampled ? SamplingResult.recordAndSample() : SamplingResult.recordOnly();
    }

    @Override
    public String getDescription() {
        return "KeepingSampler{" + ofRoots.getDescription() + "}";
    }
}
