package io.dorsal.kit.tracing;

import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Wires what is recorded, what of it is kept, and what of that may be shown. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
public class TracingConfiguration {

    @Bean
    Sampler keepingSampler(TracingProperties properties) {
        return new KeepingSampler(properties.getSampling().getProbability());
    }

    @Bean
    SpanProcessors keptSpans(BatchSpanProcessor exporting) {
        return SpanProcessors.of(new KeptSpans(exporting));
    }

    @Bean
    SpanExporters discreetExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().map(DiscreetExporter::new).toList());
    }

    @Bean
    Traces traces(Tracer tracer) {
        return new Traces(tracer);
    }

    /** Probes and scrapes come by the second, and tell nothing. */
    @Bean
    ObservationPredicate nothingOfOperators() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getRequestURI().startsWith("/actuator"));
    }
}
