package io.dorsal.bench.referrals;

import io.dorsal.referral.lifecycle.Action;
import io.dorsal.referral.lifecycle.Code;
import io.dorsal.rules.decision.Queue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What somebody at a desk does, as it is measured. */
enum Task {
    SUMMARY_OF_A_QUEUE("how one queue stands") {
        @Override
        void work(Desk desk, int time) {
            desk.summarize(queue(time));
        }
    },
    SUMMARY_OF_ALL("how all queues stand") {
        @Override
        void work(Desk desk, int time) {
            desk.summarize(Queue.values());
        }
    },
    FIRST_PAGE("first page") {
        @Override
        void work(Desk desk, int time) {
            desk.firstPage(queue(time));
        }
    },
    LATER_PAGE("page in the middle") {
        @Override
        void work(Desk desk, int time) {
            desk.pageInTheMiddle(queue(time));
        }
    },
    ACCEPT("accept") {
        @Override
        void work(Desk desk, int time) {
            desk.actOnNext(new Action.Accept());
        }
    },
    SCHEDULE("schedule") {
        @Override
        void work(Desk desk, int time) {
            desk.actOnAccepted(new Action.Schedule(soon(), "Building 4"));
        }
    },
    COMPLETE("complete") {
        @Override
        void work(Desk desk, int time) {
            desk.actOnScheduled(new Action.Complete(Code.TREATED));
        }
    },
    RETURN("return") {
        @Override
        void work(Desk desk, int time) {
            desk.actOnNext(new Action.Return(Code.WORK_UP_NEEDED, "Please repeat the laboratory tests."));
        }
    },
    REDIRECT("redirect") {
        @Override
        void work(Desk desk, int time) {
            desk.actOnNext(new Action.Redirect(Queue.PRIMARY_CARE, Code.ANOTHER_SPECIALTY));
        }
    },
    PAUSE("pause") {
        @Override
        void work(Desk desk, int time) {
            desk.actOnNext(new Action.Pause(Code.RESULTS_AWAITED, soon()));
        }
    };

    private static final List<Queue> QUEUES = List.of(Queue.values());

    private final String title;

    Task(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract void work(Desk desk, int time);

    /** Does it, and tells how many nanoseconds that took. */
    double take(Desk desk, int time) {
        long began = System.nanoTime();
        work(desk, time);
        return System.nanoTime() - began;
    }

    private static Queue queue(int time) {
        return QUEUES.get(time % QUEUES.size());
    }

    private static Instant soon() {
        return Clock.systemUTC().instant().plus(Duration.ofDays(1));
    }
}
