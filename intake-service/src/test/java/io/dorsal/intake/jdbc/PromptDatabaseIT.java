package io.dorsal.intake.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.intake.IntakeMetrics.PromptStep;
import io.dorsal.intake.testing.CuttableDatabase;
import io.dorsal.intake.testing.IntakeServiceTest;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeServiceTest
class PromptDatabaseIT {

    @Autowired
    private PromptDatabase database;

    @Test
    void whoWaitsForItsTurnInVainIsPassedOverAndNobodyElse() {
        await().untilAsserted(() -> {
            assertThat(burst()).isTrue();
            assertThat(ask("select 1")).isPresent();
        });
    }

    @Test
    void aDatabaseThatIsAwayIsGivenARest() {
        await().until(() -> ask("select 1").isPresent());
        CuttableDatabase.cut();
        ask("select 1");
        CuttableDatabase.restore();

        assertThat(ask("select 1")).isEmpty();
        await().until(() -> ask("select 1").isPresent());
    }

    /** More than there is time for; true if some were passed over. */
    private boolean burst() throws Exception {
        Callable<Optional<Integer>> one = () -> ask("select 1 from pg_sleep(0.3)");
        boolean passedOver = false;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<Integer>> answer : threads.invokeAll(Collections.nCopies(60, one))) {
                passedOver |= answer.get().isEmpty();
            }
        }
        return passedOver;
    }

    private Optional<Integer> ask(String question) {
        return database.attempt(
                PromptStep.RESERVATION, prompt -> prompt.execute(jdbc -> jdbc.queryForObject(question, Integer.class)));
    }
}
