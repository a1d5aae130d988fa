package io.dorsal.intake.testing;

import static org.awaitility.Awaitility.await;

import io.dorsal.intake.IntakeMetrics.PromptStep;
import io.dorsal.intake.jdbc.PromptDatabase;

/** Whether the database answers as promptly as submissions need it; after an outage it is given a rest. */
public final class PromptAnswers {

    private PromptAnswers() {}

    /** Waits until it does. */
    public static void awaitFrom(PromptDatabase database) {
        await().until(() -> database.attempt(
                        PromptStep.RESERVATION,
                        prompt -> prompt.execute(jdbc -> jdbc.queryForObject("select 1", Integer.class)))
                .isPresent());
    }
}
