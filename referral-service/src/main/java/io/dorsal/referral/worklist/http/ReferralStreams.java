package io.dorsal.referral.worklist.http;

import io.dorsal.kit.background.Next;
import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.worklist.ChangedReferrals;
import io.dorsal.referral.worklist.ChangedReferrals.Changed;
import io.dorsal.referral.worklist.ChangedReferrals.Changes;
import io.dorsal.referral.worklist.ChangedReferrals.Position;
import io.dorsal.referral.worklist.Line;
import io.dorsal.referral.worklist.http.ReferralStream.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All open streams of this instance, and their one reader: a short poll while there are any. What has changed is read once,
 * whoever listens, and told to those who may see it.
 */
final class ReferralStreams {

    private static final Duration BETWEEN_POLLS = Duration.ofMillis(250);
    private static final Duration UNTIL_SOMEBODY_LISTENS = Duration.ofHours(1);

    /** What more has changed at once than that is not told one by one. */
    private static final int MOST_AT_ONCE = 500;

    private static final int MOST_STREAMS = 500;

    private final ChangedReferrals changes;
    private final Function<Line, String> json;
    private final List<ReferralStream> joining = new ArrayList<>();
    private final List<ReferralStream> open = new ArrayList<>();
    private boolean closed;

    // Of the reader's thread alone.
    private @Nullable Position read;
    private boolean away;

    ReferralStreams(ChangedReferrals changes, Function<Line, String> json) {
        this.changes = changes;
        this.json = json;
    }

    /** Opens a stream; empty where there are too many. The reader is to be woken then. */
    synchronized Optional<ReferralStream> open(Visibility visibility, @Nullable Position resumedAfter) {
        if (closed || open.size() + joining.size() >= MOST_STREAMS) {
            return Optional.empty();
        }
        ReferralStream stream = new ReferralStream(visibility, resumedAfter);
        joining.add(stream);
        return Optional.of(stream);
    }

    /** Its client has left, or it has ended. */
    synchronized void leave(ReferralStream stream) {
        open.remove(stream);
        joining.remove(stream);
    }

    /** Ends all, and opens no more. */
    synchronized void close() {
        closed = true;
        Stream.concat(open.stream(), joining.stream()).forEach(stream -> stream.end(State.ENDED));
    }

    /** Reads what has changed since the last time, and tells it. */
    Next round() {
        List<ReferralStream> newcomers = newcomers();
        List<ReferralStream> listening = listening();
        if (newcomers.isEmpty() && listening.isEmpty()) {
            read = null;
            away = false;
            return Next.after(UNTIL_SOMEBODY_LISTENS);
        }
        try {
            Position from = read == null ? changes.end() : read;
            Map<ReferralStream, List<StreamMessage>> beginnings = new LinkedHashMap<>();
            newcomers.forEach(stream -> beginnings.put(stream, beginning(stream, from)));
            Changes news = changes.after(from, MOST_AT_ONCE);
            // All that can fail is read by now: nobody has been told half of it.
            beginnings.forEach((stream, messages) -> messages.forEach(stream::offer));
            tell(news, admit(newcomers, listening));
            return news.complete() ? Next.after(BETWEEN_POLLS) : Next.atOnce();
        } catch (RuntimeException e) {
            failed(newcomers, listening, e);
            throw e;
        }
    }

    private void failed(List<ReferralStream> newcomers, List<ReferralStream> listening, RuntimeException failure) {
        newcomers.forEach(stream -> stream.end(State.FAILED));
        if (!away && FailureKind.of(failure) == FailureKind.TRANSIENT) {
            away = true;
            listening.forEach(stream -> stream.offer(new StreamMessage.Away()));
        }
    }

    /** What a stream is told first: that it has begun, or what it has missed before the place where the reader is. */
    private List<StreamMessage> beginning(ReferralStream stream, Position from) {
        Optional<Position> resumed = stream.resumedAfter();
        if (resumed.isEmpty()) {
            return List.of(new StreamMessage.Ready(from));
        }
        Position after = resumed.get();
        if (after.compareTo(from) >= 0) {
            // A place that this database never came to: another one was restored.
            return List.of(
                    after.transaction() > from.transaction()
                            ? new StreamMessage.Resync(from)
                            : new StreamMessage.Beat());
        }
        Changes missed = changes.after(after, MOST_AT_ONCE);
        if (!missed.complete()) {
            return List.of(new StreamMessage.Resync(from));
        }
        return Stream.concat(
                        Stream.of(new StreamMessage.Beat()),
                        missed.changed().stream()
                                .filter(change -> change.position().compareTo(from) <= 0)
                                .filter(change -> stream.sees(change.line().referral()))
                                .map(this::message))
                .toList();
    }

    private void tell(Changes news, List<ReferralStream> streams) {
        if (away) {
            away = false;
            streams.forEach(stream -> stream.offer(new StreamMessage.Back()));
        }
        for (Changed change : news.changed()) {
            StreamMessage message = message(change);
            streams.stream()
                    .filter(stream -> stream.sees(change.line().referral()))
                    .forEach(stream -> stream.offer(message));
        }
        read = news.end();
    }

    private StreamMessage message(Changed change) {
        return new StreamMessage.Changed(change.position(), json.apply(change.line()));
    }

    private synchronized List<ReferralStream> newcomers() {
        return List.copyOf(joining);
    }

    private synchronized List<ReferralStream> listening() {
        return List.copyOf(open);
    }

    private synchronized List<ReferralStream> admit(List<ReferralStream> newcomers, List<ReferralStream> listening) {
        List<ReferralStream> all = new ArrayList<>(listening);
        for (ReferralStream stream : newcomers) {
            if (joining.remove(stream)) {
                open.add(stream);
                all.add(stream);
            }
        }
        return all;
    }
}
