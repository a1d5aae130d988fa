package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ReferralServiceTest
class StartWithoutDatabaseIT {

    @AfterEach
    void restore() {
        CuttableDatabase.PROXY.restore();
    }

    @Test
    void aServiceThatStartsBeforeItsDatabaseWaitsForIt() throws Exception {
        CuttableDatabase.PROXY.cut();

        CompletableFuture<SecondInstance> starting = CompletableFuture.supplyAsync(SecondInstance::start);

        assertThatThrownBy(() -> starting.get(15, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        CuttableDatabase.PROXY.restore();
        try (SecondInstance started = starting.get(60, TimeUnit.SECONDS)) {
            assertThat(started).isNotNull();
        }
    }
}
