package io.dorsal.notification.failopen.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileIT {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void whatWasToldIsKnownAfterARestart() {
        Telling telling = told(NOW);
        journal().append(telling);

        assertThat(journal().load()).containsExactly(telling);
        assertThat(journal().load()).containsExactly(telling);
    }

    @Test
    void aLineThatACrashHasCutShortIsLeftOut() throws IOException {
        Telling telling = told(NOW);
        journal().append(telling);
        Files.writeString(directory.resolve("told-without-database.journal"), "0190-trunca", StandardOpenOption.APPEND);

        assertThat(journal().load()).containsExactly(telling);
    }

    @Test
    void whatWasToldDaysAgoIsForgotten() {
        journal().append(told(NOW.minus(Duration.ofDays(2))));

        assertThat(journal().load()).isEmpty();
    }

    @Test
    void whatReplacesTheJournalIsAllThatIsLeft() {
        journal().append(told(NOW));
        Telling kept = told(NOW);

        journal().replace(List.of(kept));

        assertThat(journal().load()).containsExactly(kept);
    }

    @Test
    void aDirectoryThatCannotBeWrittenStopsNothing() {
        JournalFile nowhere = new JournalFile(Path.of("/proc/nowhere"), Clock.systemUTC());

        nowhere.append(told(NOW));

        assertThat(nowhere.load()).isEmpty();
    }

    private JournalFile journal() {
        return new JournalFile(directory, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Telling told(Instant at) {
        return new Telling(
                new DeliveryId(UUID.randomUUID()),
                new AlertId(UUID.randomUUID()),
                new Turn(3, 2),
                "duty lead\tof \"metro\"",
                ChannelKind.WEBHOOK,
                at,
                at.plusMillis(10));
    }
}
