package io.dorsal.notification.failopen.file;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.failopen.JournalStorage;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Turn;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as a text file, a line a telling. Lines of more than a day ago are dropped at start. A disk that fails costs
 * the memory over a restart, and never a message: the failure is logged, and telling goes on.
 */
public final class JournalFile implements JournalStorage {

    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);
    private static final Duration KEPT_FOR = Duration.ofDays(1);
    private static final int COLUMNS = 8;

    private final Path file;
    private final Clock clock;

    public JournalFile(Path directory, Clock clock) {
        this.file = directory.resolve("told-without-database.journal");
        this.clock = clock;
    }

    @Override
    public List<Telling> load() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            Instant oldest = clock.instant().minus(KEPT_FOR);
            List<Telling> kept = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(JournalFile::parse)
                    .flatMap(Optional::stream)
                    .filter(telling -> telling.raisedAt().isAfter(oldest))
                    .toList();
            replace(kept);
            return kept;
        } catch (IOException e) {
            LOG.error("The journal {} cannot be read", file, e);
            return List.of();
        }
    }

    @Override
    public void replace(List<Telling> tellings) {
        try {
            Path rewritten = Files.writeString(
                    file.resolveSibling(file.getFileName() + ".new"),
                    tellings.stream().map(JournalFile::line).collect(Collectors.joining()));
            Files.move(rewritten, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.error("The journal {} cannot be rewritten, and grows", file, e);
        }
    }

    @Override
    public void append(Telling telling) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(line(telling).getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            LOG.error(
                    "The journal {} cannot be written: a restart may repeat delivery {}", file, telling.delivery(), e);
        }
    }

    private static String line(Telling telling) {
        return Stream.of(
                        telling.delivery(),
                        telling.alert(),
                        telling.turn().round(),
                        telling.turn().step(),
                        URLEncoder.encode(telling.contactId(), StandardCharsets.UTF_8),
                        telling.channel(),
                        telling.raisedAt(),
                        telling.acceptedAt())
                .map(String::valueOf)
                .collect(Collectors.joining("\t", "", "\n"));
    }

    /** A line that a crash has cut short is none. */
    private static Optional<Telling> parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Telling(
                    new DeliveryId(UUID.fromString(columns[0])),
                    new AlertId(UUID.fromString(columns[1])),
                    new Turn(Integer.parseInt(columns[2]), Integer.parseInt(columns[3])),
                    URLDecoder.decode(columns[4], StandardCharsets.UTF_8),
                    ChannelKind.valueOf(columns[5]),
                    Instant.parse(columns[6]),
                    Instant.parse(columns[7])));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
