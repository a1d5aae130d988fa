package io.dorsal.kit.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.schemas.topics.Subscriptions;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is recorded, what of it is exported, and what that says. */
class TracesTest {

    private static final String KEY = "018f2b1e-7c00-7000-8000-000000000001";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String UNSAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-00";

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .setSampler(new KeepingSampler(0))
            .addSpanProcessor(new KeptSpans(BatchSpanProcessor.builder(new DiscreetExporter(exported))
                    .setExportUnsampledSpans(true)
                    .build()))
            .build();
    private final Traces traces = new Traces(provider.get("test"));

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void aRecordIsProcessedInTheTraceThatItComesFrom() {
        poll(record(KEY, SAMPLED)).run(() -> {});

        assertThat(exported("process intake.assessments.v1")).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
            assertThat(span.getAttributes().get(AttributeKey.stringKey("dorsal.assessment.id")))
                    .isEqualTo(KEY);
        });
    }

    @Test
    void thePollIsLinkedToWhatItsRecordsComeFrom() {
        poll(List.of(record(KEY, UNSAMPLED), record("b", SAMPLED))).run(() -> CurrentTrace.keepForEmergency(KEY));

        assertThat(exported("poll intake.assessments.v1"))
                .singleElement()
                .satisfies(span -> assertThat(span.getLinks())
                        .extracting(LinkData::getSpanContext)
                        .extracting(context -> context.getTraceId())
                        .containsExactly(TRACE, TRACE));
    }

    @Test
    void whatWasNotSampledIsNotExported() {
        poll(record(KEY, UNSAMPLED)).run(() -> {});

        assertThat(exported()).isEmpty();
    }

    @Test
    void anEmergencyIsExportedThoughItWasNotSampledAndSaysSoToWhatFollows() {
        List<TraceContext> following = new ArrayList<>();
        poll(record(KEY, UNSAMPLED)).run(() -> {
            following.add(CurrentTrace.of(KEY));
            CurrentTrace.keepForEmergency(KEY);
            following.add(CurrentTrace.of(KEY));
        });

        String id = exported("process intake.assessments.v1").getFirst().getSpanId();
        assertThat(following)
                .extracting(TraceContext::traceparent)
                .containsExactly("00-" + TRACE + "-" + id + "-00", "00-" + TRACE + "-" + id + "-01");
    }

    @Test
    void ofTwoRecordsOnlyTheEmergencysIsExported() {
        poll(List.of(record(KEY, UNSAMPLED), record("other", UNSAMPLED))).run(() -> CurrentTrace.keepForEmergency(KEY));

        assertThat(exported("process intake.assessments.v1")).hasSize(1);
    }

    @Test
    void aShareOfTheTracesThatBeginHereIsSampled() {
        List<Boolean> sampled = new ArrayList<>();
        try (SdkTracerProvider tenth =
                SdkTracerProvider.builder().setSampler(new KeepingSampler(0.1)).build()) {
            for (int i = 0; i < 10_000; i++) {
                sampled.add(tenth.get("test")
                        .spanBuilder("request")
                        .startSpan()
                        .getSpanContext()
                        .isSampled());
            }
        }

        assertThat(sampled.stream().filter(one -> one).count()).isBetween(800L, 1_200L);
    }

    @Test
    void whatFailedSaysOfWhichKindAndNothingElse() {
        IllegalStateException failure = new IllegalStateException("the patient p-1");
        assertThatThrownBy(() -> poll(record(KEY, SAMPLED)).run(() -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(exported("process intake.assessments.v1")).singleElement().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.toString()).contains("IllegalStateException").doesNotContain("p-1");
        });
    }

    @Test
    void whatLibrariesSayOfARequestIsExportedWithoutWhatItsCallerWrote() {
        Span request = provider.get("test").spanBuilder("http get").startSpan();
        Context.root()
                .with(request)
                .wrap(() -> CurrentTrace.keepForEmergency(KEY))
                .run();
        request.setAttribute("uri", "/api/assessments/{id}")
                .setAttribute("http.url", "/api/assessments/p-1")
                .addEvent("p-1")
                .setStatus(StatusCode.ERROR, "p-1")
                .end();

        assertThat(exported("http get")).singleElement().satisfies(span -> {
            assertThat(span.getAttributes().get(AttributeKey.stringKey("uri"))).isEqualTo("/api/assessments/{id}");
            assertThat(span.getAttributes().toString() + span.getEvents() + span.getStatus())
                    .doesNotContain("p-1");
        });
    }

    @Test
    void aKeyThatIsNoIdIsNotShown() {
        poll(record("patient p-1", SAMPLED)).run(() -> {});

        assertThat(exported("process intake.assessments.v1"))
                .singleElement()
                .satisfies(span -> assertThat(span.toString()).doesNotContain("p-1"));
    }

    @Test
    void aStepStandsInTheTraceThatWasKeptForIt() {
        try (Traces.Step step =
                traces.step("deliver EMAIL", TraceContext.read(SAMPLED), Map.of("dorsal.channel", "EMAIL"))) {
            step.outcome("dorsal.outcome", "ACCEPTED");
        }

        assertThat(exported("deliver EMAIL")).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getAttributes().get(AttributeKey.stringKey("dorsal.outcome")))
                    .isEqualTo("ACCEPTED");
        });
    }

    @Test
    void whatIsNoTraceContextIsNone() {
        assertThat(TraceContext.read("00-zz-1-01")).isEqualTo(TraceContext.NONE);
        assertThat(TraceContext.read(null)).isEqualTo(TraceContext.NONE);
        assertThat(CurrentTrace.of(KEY)).isEqualTo(TraceContext.NONE);
    }

    private PollTrace poll(List<ConsumerRecord<String, byte[]>> records) {
        return traces.poll(Subscriptions.TRIAGE_ASSESSMENTS, records);
    }

    private PollTrace poll(ConsumerRecord<String, byte[]> record) {
        return poll(List.of(record));
    }

    private List<SpanData> exported() {
        provider.forceFlush().join(10, TimeUnit.SECONDS);
        return exported.getFinishedSpanItems();
    }

    private List<SpanData> exported(String name) {
        return exported().stream().filter(span -> span.getName().equals(name)).toList();
    }

    private static ConsumerRecord<String, byte[]> record(String key, String traceparent) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("intake.assessments.v1", 0, 7, key, new byte[] {1});
        record.headers().add(TraceContext.HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
        return record;
    }
}
