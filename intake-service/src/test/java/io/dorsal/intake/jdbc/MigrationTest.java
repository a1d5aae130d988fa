package io.dorsal.intake.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.dorsal.kit.messaging.TransientFailureException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;

class MigrationTest {

    private final Migration migration = new Migration();
    private final AtomicInteger followed = new AtomicInteger();

    @Test
    void beforeItIsDoneTheDatabaseIsAway() {
        migration.whenDone(followed::incrementAndGet);

        assertThatExceptionOfType(TransientFailureException.class).isThrownBy(migration::require);
        assertThat(followed).hasValue(0);
    }

    @Test
    void whatFollowsItRunsOnceItIsDone() {
        migration.whenDone(followed::incrementAndGet);

        migration.migrate(new ImmediateFlyway());

        await().untilAsserted(() -> assertThat(followed).hasValue(1));
    }

    @Test
    void whatComesToFollowALongDoneMigrationRunsAtOnce() {
        migration.migrate(new ImmediateFlyway());
        await().untilAsserted(migration::require);

        migration.whenDone(followed::incrementAndGet);

        assertThat(followed).hasValue(1);
    }

    @Test
    void aMigrationIsDoneThoughWhatFollowsItFails() {
        migration.whenDone(() -> {
            throw new IllegalStateException("the warm-up failed");
        });
        migration.whenDone(followed::incrementAndGet);

        migration.migrate(new ImmediateFlyway());

        await().untilAsserted(migration::require);
        await().untilAsserted(() -> assertThat(followed).hasValue(1));
    }

    private static final class ImmediateFlyway extends Flyway {

        ImmediateFlyway() {
            super(Flyway.configure());
        }

        @Override
        public MigrateResult migrate() {
            return new MigrateResult("", "", "", "");
        }
    }
}
