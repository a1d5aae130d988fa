package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ReferralServiceTest
@ExtendWith(OutputCaptureExtension.class)
class StartWithoutDatabaseIT {

    @AfterEach
    void restore() {
        CuttableDatabase.PROXY.restore();
    }

    @Test
    void aServiceThatStartsBeforeItsDatabaseWaitsForIt(CapturedOutput output) throws Exception {
        CuttableDatabase.PROXY.cut();

        CompletableFuture<SecondInstance> starting = CompletableFuture.supplyAsync(SecondInstance::start);

        await().atMost(Duration.ofSeconds(60)).until(() -> triesOf(output) > 1);
        assertThat(starting).isNotDone();
        CuttableDatabase.PROXY.restore();
        try (SecondInstance started = starting.get(60, TimeUnit.SECONDS)) {
            assertThat(started).isNotNull();
        }
    }

    private static long triesOf(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("Retrying in 2 sec"))
                .count();
    }
}
