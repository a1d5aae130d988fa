package io.dorsal.intake.view.http;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.ChangedAssessments;
import io.dorsal.intake.view.ChangedAssessments.Changed;
import io.dorsal.intake.view.ChangedAssessments.Changes;
import io.dorsal.intake.view.ChangedAssessments.Position;
import io.dorsal.intake.view.http.AssessmentStream.State;
import io.dorsal.kit.background.Next;
import io.dorsal.kit.messaging.TransientFailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All open streams of this instance, and their one reader: a short poll while there are any. What has changed is read once,
 * whoever listens.
 */
final class AssessmentStreams {

    private static final Duration BETWEEN_POLLS = Duration.ofMillis(250);
    private static final Duration UNTIL_SOMEBODY_LISTENS = Duration.ofHours(1);

    /** What more has changed at once than that is not told one by one. */
    private static final int MOST_AT_ONCE = 500;

    private final ChangedAssessments changes;
    private final Function<AssessmentView, String> json;
    private final StreamLimits limits;
    private final IntakeMetrics metrics;
    private final List<AssessmentStream> joining = new ArrayList<>();
    private final List<AssessmentStream> open = new ArrayList<>();
    private boolean closed;

    // Of the reader's thread alone.
    private @Nullable Position read;
    private boolean away;

    AssessmentStreams(
            ChangedAssessments changes,
            Function<AssessmentView, String> json,
            StreamLimits limits,
            IntakeMetrics metrics) {
        this.changes = changes;
        this.json = json;
        this.limits = limits;
        this.metrics = metrics;
    }

    /** Opens a stream of a clinic; empty where there are too many. The reader is to be woken then. */
    synchronized Optional<AssessmentStream> open(String clinicId, @Nullable Position resumedAfter) {
        long ofClinic = open.stream()
                        .filter(stream -> stream.clinicId().equals(clinicId))
                        .count()
                + joining.stream()
                        .filter(stream -> stream.clinicId().equals(clinicId))
                        .count();
        if (closed || ofClinic >= limits.mostPerClinic() || count() >= limits.most()) {
            return Optional.empty();
        }
        AssessmentStream stream = new AssessmentStream(clinicId, resumedAfter);
        joining.add(stream);
        return Optional.of(stream);
    }

    /** Its client has left, or it has ended. */
    synchronized void leave(AssessmentStream stream) {
        open.remove(stream);
        joining.remove(stream);
        if (stream.isSlow()) {
            metrics.streamDropped();
        }
    }

    /** How many there are. */
    synchronized int count() {
        return open.size() + joining.size();
    }

    /** Ends all, and opens no more. */
    synchronized void close() {
        closed = true;
        open.forEach(stream -> stream.end(State.ENDED));
        joining.forEach(stream -> stream.end(State.ENDED));
    }

    /** Reads what has changed since the last time, and tells it. */
    Next round() {
        List<AssessmentStream> newcomers = newcomers();
        List<AssessmentStream> listening = listening();
        if (newcomers.isEmpty() && listening.isEmpty()) {
            read = null;
            away = false;
            return Next.after(UNTIL_SOMEBODY_LISTENS);
        }
        try {
            Position from = read == null ? changes.end() : read;
            Map<AssessmentStream, List<StreamMessage>> beginnings = new LinkedHashMap<>();
            newcomers.forEach(stream -> beginnings.put(stream, beginning(stream, from)));
            Changes news = changes.after(from, clinics(newcomers, listening), MOST_AT_ONCE);
            // All that can fail is read by now: nobody has been told half of it.
            beginnings.forEach((stream, messages) -> messages.forEach(stream::offer));
            tell(news, admit(newcomers, listening));
            return news.complete() ? Next.after(BETWEEN_POLLS) : Next.atOnce();
        } catch (TransientFailureException e) {
            newcomers.stream()
                    .filter(stream -> stream.state() == State.OPEN)
                    .forEach(stream -> stream.end(State.FAILED));
            if (!away) {
                away = true;
                listening.forEach(stream -> stream.offer(new StreamMessage.Away()));
            }
            throw e;
        }
    }

    /** What a stream is told first: that it has begun, or what it has missed before the place where the reader is. */
    private List<StreamMessage> beginning(AssessmentStream stream, Position from) {
        Optional<Position> resumed = stream.resumedAfter();
        if (resumed.isEmpty()) {
            return List.of(new StreamMessage.Ready(from));
        }
        Position after = resumed.get();
        if (changes.hasForgottenSince(after)) {
            return List.of(new StreamMessage.Resync(from));
        }
        List<StreamMessage> messages = new ArrayList<>(List.of(new StreamMessage.Beat()));
        if (after.compareTo(from) < 0) {
            Changes missed = changes.after(after, Set.of(stream.clinicId()), MOST_AT_ONCE);
            if (!missed.complete()) {
                return List.of(new StreamMessage.Resync(from));
            }
            missed.changed().stream()
                    .filter(change -> change.position().compareTo(from) <= 0)
                    .forEach(change -> messages.add(message(change)));
        }
        return messages;
    }

    private static Set<String> clinics(List<AssessmentStream> newcomers, List<AssessmentStream> listening) {
        return Stream.concat(newcomers.stream(), listening.stream())
                .map(AssessmentStream::clinicId)
                .collect(Collectors.toSet());
    }

    private void tell(Changes news, List<AssessmentStream> streams) {
        if (away) {
            away = false;
            streams.forEach(stream -> stream.offer(new StreamMessage.Back()));
        }
        for (Changed change : news.changed()) {
            StreamMessage message = message(change);
            streams.stream()
                    .filter(stream -> stream.clinicId().equals(change.clinicId()))
                    .forEach(stream -> stream.offer(message));
        }
        read = news.end();
    }

    private StreamMessage message(Changed change) {
        return new StreamMessage.Changed(change.position(), json.apply(change.view()));
    }

    private synchronized List<AssessmentStream> newcomers() {
        return List.copyOf(joining);
    }

    private synchronized List<AssessmentStream> listening() {
        return List.copyOf(open);
    }

    private synchronized List<AssessmentStream> admit(
            List<AssessmentStream> newcomers, List<AssessmentStream> listening) {
        List<AssessmentStream> all = new ArrayList<>(listening);
        for (AssessmentStream stream : newcomers) {
            if (joining.remove(stream)) {
                open.add(stream);
                all.add(stream);
            }
        }
        return all;
    }
}
