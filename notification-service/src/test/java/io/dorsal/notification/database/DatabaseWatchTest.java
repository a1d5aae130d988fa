package io.dorsal.notification.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.kit.messaging.TransientFailureException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // it may overflow, and nothing happens
    private final DatabaseWatch watch = new DatabaseWatch(Duration.ofSeconds(10), nanos::get);

    @Test
    void silenceOfTenSecondsMakesTheDatabaseUnusable() {
        passes(Duration.ofMillis(9_999));
        assertThat(watch.isUnusable()).isFalse();

        passes(Duration.ofMillis(1));
        assertThat(watch.isUnusable()).isTrue();
    }

    @Test
    void anAnswerMakesItUsableAgain() {
        passes(Duration.ofMinutes(5));

        watch.answered();

        assertThat(watch.isUnusable()).isFalse();
    }

    @Test
    void aDatabaseThatAnswersButTakesNoBatchIsUnusableToo() {
        for (int second = 0; second < 10; second++) {
            assertThat(watch.isUnusable()).isFalse();
            watch.begins("listener");
            watch.answered();
            passes(Duration.ofSeconds(1));
        }

        assertThat(watch.isUnusable()).isTrue();

        watch.took("listener");
        assertThat(watch.isUnusable()).isFalse();
    }

    @Test
    void aBatchWaitsFromTheBeginningOfItsFirstAttemptHoweverLongThatHangs() {
        watch.begins("listener");
        passes(Duration.ofSeconds(10));
        watch.answered();

        assertThat(watch.isUnusable()).isTrue();
    }

    @Test
    void aBatchThatFailsForAnotherReasonSaysNothingOfTheDatabase() {
        watch.begins("listener");
        watch.gaveUp("listener");
        passes(Duration.ofSeconds(12));
        watch.answered();

        assertThat(watch.isUnusable()).isFalse();
    }

    @Test
    void aListenerThatWaitsNoMoreIsForgotten() {
        watch.begins("listener");
        passes(Duration.ofSeconds(12));
        watch.begins("listener");
        passes(Duration.ofSeconds(30));
        watch.answered();

        assertThat(watch.isUnusable()).isFalse();
    }

    @Test
    void aListenerThatHadLostItsBatchWaitsAnewWithTheNextOne() {
        watch.begins("listener");
        passes(Duration.ofMinutes(5));
        watch.begins("listener");
        passes(Duration.ofSeconds(9));
        watch.answered();

        assertThat(watch.isUnusable()).isFalse();
    }

    @Test
    void nothingIsWantedOfTheDatabaseBeforeItsTablesAreThere() {
        assertThatThrownBy(watch::requireMigrated).isInstanceOf(TransientFailureException.class);

        watch.migrated();

        watch.requireMigrated();
    }

    @Test
    void workWaitsWhereItFailsForWantOfTheDatabaseAndForNoOtherReason() {
        watch.migrated();

        attemptThatFails(new IllegalStateException("a defect"));
        passes(Duration.ofSeconds(12));
        watch.answered();
        assertThat(watch.isUnusable()).isFalse();

        attemptThatFails(new TransientFailureException("away", new IllegalStateException()));
        passes(Duration.ofSeconds(12));
        watch.answered();
        assertThat(watch.isUnusable()).isTrue();

        watch.attempt("listener", () -> {});
        assertThat(watch.isUnusable()).isFalse();
    }

    private void attemptThatFails(RuntimeException failure) {
        assertThatThrownBy(() -> watch.attempt("listener", () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
