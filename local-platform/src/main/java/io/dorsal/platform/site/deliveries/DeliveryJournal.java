package io.dorsal.platform.site.deliveries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The file of arrivals, a line of JSON each; a line that a crash tore is passed over. */
final class DeliveryJournal {

    private final Path file;
    private final JsonMapper json;

    DeliveryJournal(Path file, JsonMapper json) {
        this.file = file;
        this.json = json;
    }

    /** Reads all. */
    List<Delivery> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(this::parsed).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(Delivery delivery) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line(delivery), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops all but these. */
    void rewrite(List<Delivery> deliveries) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".tmp");
            Files.write(draft, deliveries.stream().map(json::writeValueAsString).toList());
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(Delivery delivery) {
        return json.writeValueAsString(delivery) + "\n";
    }

    private Optional<Delivery> parsed(String line) {
        try {
            return Optional.of(json.readValue(line, Delivery.class));
        } catch (JacksonException torn) {
            return Optional.empty();
        }
    }
}
