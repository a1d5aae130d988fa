package io.dorsal.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NdjsonExchangeTest {

    private static final int LIMIT = 100_000;

    private final ReadAhead ahead = new ReadAhead(LIMIT);

    @Test
    void linesThatHaveComeInByThenAreAnsweredTogetherAndNeverMoreThanMayBe() throws IOException {
        List<Integer> windows = new ArrayList<>();
        ByteArrayOutputStream answers = new ByteArrayOutputStream();

        exchange("a\nb\nc\nd\ne\n", 2).run(answers, (first, window) -> {
            windows.add(window.size());
            return window.stream()
                    .map(line -> "{}".getBytes(StandardCharsets.UTF_8))
                    .toList();
        });

        assertThat(answers.toString(StandardCharsets.UTF_8)).isEqualTo("{}\n".repeat(5));
        assertThat(windows).allMatch(size -> size <= 2);
        assertThat(windows.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
        assertThat(ahead.held()).isZero();
    }

    @Test
    void nothingMoreIsReadFromACallerWhoTakesNoAnswers() throws Exception {
        AtomicLong read = new AtomicLong();
        CountDownLatch hungUp = new CountDownLatch(1);
        NdjsonExchange exchange = new NdjsonExchange(new LineReader(endless(read)), () -> {}, ahead, 4);

        Thread answering = Thread.ofVirtual()
                .start(() -> assertThatThrownBy(() -> exchange.run(
                                blocked(hungUp),
                                (first, window) -> window.stream()
                                        .map(line -> new byte[20_000])
                                        .toList()))
                        .isInstanceOf(IOException.class));

        await().until(() -> ahead.held() > LIMIT - 1_200);
        assertThat(read.get()).isLessThan(2L * LIMIT);
        hungUp.countDown();
        answering.join();
        assertThat(read.get()).isLessThan(2L * LIMIT);
        assertThat(ahead.held()).isZero();
    }

    private NdjsonExchange exchange(String body, int most) {
        return new NdjsonExchange(
                new LineReader(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))), () -> {}, ahead, most);
    }

    /** Lines of 1000 bytes for ever. */
    private static InputStream endless(AtomicLong read) {
        return new InputStream() {
            @Override
            public int read() {
                return read.incrementAndGet() % 1_000 == 0 ? '\n' : 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                buffer[offset] = (byte) read();
                return 1;
            }
        };
    }

    /** Takes nothing, until the caller hangs up. */
    private static OutputStream blocked(CountDownLatch hungUp) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                try {
                    hungUp.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("the caller has hung up");
            }
        };
    }
}
