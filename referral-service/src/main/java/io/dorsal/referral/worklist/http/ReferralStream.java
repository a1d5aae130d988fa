package io.dorsal.referral.worklist.http;

import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.worklist.ChangedReferrals.Position;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One open stream: filled by the one reader of all streams, which never waits, and emptied by the thread that writes to the
 * client. Whoever falls behind by more than there is room for is dropped, and resumes later from where he was.
 */
final class ReferralStream {

    /** How a stream goes on. */
    enum State {
        OPEN,
        /** The store could not be read when it was to begin. */
        FAILED,
        ENDED
    }

    private static final int ROOM = 1_000;

    private final Visibility visibility;
    private final @Nullable Position resumedAfter;
    private final BlockingQueue<StreamMessage> messages = new ArrayBlockingQueue<>(ROOM);
    private volatile State state = State.OPEN;
    private volatile boolean begun;

    ReferralStream(Visibility visibility, @Nullable Position resumedAfter) {
        this.visibility = visibility;
        this.resumedAfter = resumedAfter;
    }

    Optional<Position> resumedAfter() {
        return Optional.ofNullable(resumedAfter);
    }

    boolean sees(Referral referral) {
        return !visibility.partiesOf(referral).isEmpty();
    }

    State state() {
        return state;
    }

    /** True once the reader has taken it in. */
    boolean hasBegun() {
        return begun;
    }

    /** Gives it a message; where it has no room, it ends. */
    void offer(StreamMessage message) {
        begun = true;
        if (!messages.offer(message)) {
            end(State.ENDED);
        }
    }

    /** Ends it, which whoever waits for its next message notices within a beat. */
    void end(State how) {
        state = how;
        messages.clear();
        messages.offer(new StreamMessage.Beat());
    }

    /** The next message; a beat where there is none for that long. */
    StreamMessage next(Duration patience) throws InterruptedException {
        StreamMessage next = messages.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? new StreamMessage.Beat() : next;
    }

    /** True where another message is there already. */
    boolean hasMore() {
        return !messages.isEmpty();
    }
}
