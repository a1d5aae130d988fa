package io.dorsal.notification.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.kit.messaging.TransientFailureException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // it may overflow, and nothing happens
    private final DatabaseWatch watch = new DatabaseWatch(nanos::get);

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
            watch.waits("listener");
            watch.answered();
            passes(Duration.ofSeconds(1));
        }
        watch.waits("listener");
        watch.answered();

        assertThat(watch.isUnusable()).isTrue();

        watch.took("listener");
        assertThat(watch.isUnusable()).isFalse();
    }

    @Test
    void aListenerThatWaitsNoMoreIsForgotten() {
        watch.waits("listener");
        passes(Duration.ofSeconds(12));
        watch.waits("listener");
        passes(Duration.ofSeconds(30));
        watch.answered();

        assertThat(watch.isUnusable()).isFalse();
    }

    @Test
    void nothingIsWantedOfTheDatabaseBeforeItsTablesAreThere() {
        assertThatThrownBy(watch::requireMigrated).isInstanceOf(TransientFailureException.class);

        watch.migrated();

        watch.requireMigrated();
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
