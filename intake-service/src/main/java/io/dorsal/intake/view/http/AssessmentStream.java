package io.dorsal.intake.view.http;

import io.dorsal.intake.view.ChangedAssessments.Position;
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
final class AssessmentStream {

    /** How a stream goes on. */
    enum State {
        OPEN,
        /** The store could not be read when it was to begin. */
        FAILED,
        ENDED
    }

    private static final int ROOM = 1_000;

    private final String clinicId;
    private final @Nullable Position resumedAfter;
    private final BlockingQueue<StreamMessage> messages = new ArrayBlockingQueue<>(ROOM);
    private volatile State state = State.OPEN;
    private volatile boolean slow;
    private volatile boolean begun;

    AssessmentStream(String clinicId, @Nullable Position resumedAfter) {
        this.clinicId = clinicId;
        this.resumedAfter = resumedAfter;
    }

    String clinicId() {
        return clinicId;
    }

    Optional<Position> resumedAfter() {
        return Optional.ofNullable(resumedAfter);
    }

    State state() {
        return state;
    }

    /** True once the reader has taken it in. */
    boolean hasBegun() {
        return begun;
    }

    /** True once it was dropped. */
    boolean isSlow() {
        return slow;
    }

    /** Gives it a message; false where it has no room, and is dropped. */
    boolean offer(StreamMessage message) {
        begun = true;
        if (messages.offer(message)) {
            return true;
        }
        slow = true;
        end(State.ENDED);
        return false;
    }

    /** Ends it, which whoever waits for its next message notices within a beat. */
    void end(State how) {
        state = how;
        messages.clear();
        messages.offer(new StreamMessage.Beat());
    }

    /** The next message; a beat where there is none for that long. */
    StreamMessage next(Duration patience) throws InterruptedException {
        StreamMessage next = messages.poll(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
        return next == null ? new StreamMessage.Beat() : next;
    }

    /** True where another message is there already. */
    boolean hasMore() {
        return !messages.isEmpty();
    }
}
