package io.dorsal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.platform.process.PartFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TogetherTest {

    @Test
    void whereOneFailsTheOthersAreInterruptedAndTheFailureIsThrown() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();

        assertThatThrownBy(() -> Together.run(List.of(
                        () -> {
                            throw new PartFailure("broken");
                        },
                        () -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                interrupted.set(true);
                            }
                        })))
                .hasMessage("broken");
        assertThat(interrupted).isTrue();
    }

    @Test
    void whereAllAreToBeDoneOneFailureKeepsNoOtherFromIt() {
        AtomicBoolean done = new AtomicBoolean();

        List<RuntimeException> failures = Together.runAll(List.of(
                () -> {
                    throw new PartFailure("broken");
                },
                () -> done.set(true)));

        assertThat(done).isTrue();
        assertThat(failures).singleElement().extracting(Throwable::getMessage).isEqualTo("broken");
    }
}
