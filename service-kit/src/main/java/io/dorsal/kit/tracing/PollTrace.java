package io.dorsal.kit.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Collection;
import java.util.Map;

/** The spans of work on some records of a poll. */
public final class PollTrace {

    private final Span poll;
    private final Collection<Span> records;
    private final Context context;

    PollTrace(Span poll, Collection<Span> records, Map<String, Span> byKey) {
        this.poll = poll;
        this.records = records;
        this.context = Context.root().with(CurrentTrace.BY_KEY, byKey).with(poll);
    }

    /** Does the work, within the spans and until their end. A failure is theirs as well; further attempts have spans of their own. */
    public void run(Runnable work) {
        try {
            context.wrap(work).run();
        } catch (RuntimeException | StackOverflowError e) {
            Traces.failed(poll, e);
            records.forEach(record -> Traces.failed(record, e));
            throw e;
        } finally {
            records.forEach(Span::end);
            poll.end();
        }
    }
}
