package io.dorsal.notification.reading.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.reading.AlertFilter;
import io.dorsal.notification.reading.AlertRead;
import io.dorsal.notification.reading.AlertReads;
import io.dorsal.notification.reading.LoggedChange;
import io.dorsal.notification.reading.TellingRead;
import io.dorsal.notification.waking.Bell;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertStreamsTest {

    private static final Sight ALL = new Sight("ada", true, false, false, Set.of(), Set.of());

    private final Log log = new Log();
    private final Bell changes = new Bell();
    private final AlertStreams streams = new AlertStreams(log, changes, 3);

    @BeforeEach
    void start() {
        streams.start();
    }

    @AfterEach
    void stop() {
        streams.stop();
    }

    @Test
    void thereAreNotMoreStreamsThanTheServiceCanBear() {
        for (int i = 0; i < 3; i++) {
            assertThat(streams.open(ALL, StreamStart.of(0, 0))).isPresent();
        }

        assertThat(streams.open(ALL, StreamStart.of(0, 0))).isEmpty();
    }

    @Test
    void howeverManyStreamsThereAreOneLooksAndTheLogIsReadWhenThereIsNews() throws Exception {
        for (int i = 0; i < 3; i++) {
            streams.open(ALL, StreamStart.of(0, 0));
        }
        await().until(() -> log.reads.get() == 3);

        streams.look();
        streams.look();
        assertThat(log.reads).hasValue(3);
        log.latest = 1;
        streams.look();

        await().until(() -> log.reads.get() == 6);
        assertThat(log.looks).hasValue(3);
    }

    @Test
    void whenTheLogCannotBeReadTheStreamsEndAndOthersMayBeOpened() {
        for (int i = 0; i < 3; i++) {
            streams.open(ALL, StreamStart.of(0, 0));
        }
        log.away = true;

        assertThatThrownBy(streams::look).isInstanceOf(IllegalStateException.class);

        log.away = false;
        assertThat(streams.open(ALL, StreamStart.of(0, 0))).isPresent();
    }

    private static final class Log implements AlertReads {

        private final AtomicInteger looks = new AtomicInteger();
        private final AtomicInteger reads = new AtomicInteger();
        private volatile long latest;
        private volatile boolean away;

        @Override
        public List<Alert> list(AlertFilter filter, Sight sight) {
            return List.of();
        }

        @Override
        public Optional<AlertRead> read(AlertId id, Sight sight) {
            return Optional.empty();
        }

        @Override
        public List<TellingRead> tellings(Collection<AlertId> ids, Sight sight) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long latestChange() {
            if (away) {
                throw new IllegalStateException("away");
            }
            looks.incrementAndGet();
            return latest;
        }

        @Override
        public List<LoggedChange> changesAfter(long number, Sight sight, int atMost) {
            reads.incrementAndGet();
            return List.of();
        }
    }
}
