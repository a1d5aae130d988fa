package io.dorsal.schemas.codec;

import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Every schema that was ever published, frozen, as this jar carries them: {@code published/<event>/v<n>.avsc}. */
public final class PublishedSchemas implements SchemaLookup {

    private final Map<String, List<Schema>> byEvent;
    private final Map<Long, Schema> byFingerprint;

    private PublishedSchemas(Map<String, List<Schema>> byEvent) {
        this.byEvent = byEvent;
        this.byFingerprint = byEvent.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableMap(
                        SchemaNormalization::parsingFingerprint64, schema -> schema, (a, b) -> b));
    }

    /** The schemas of all events. */
    public static PublishedSchemas ofAllEvents() {
        Map<String, List<Schema>> byEvent = new LinkedHashMap<>();
        Topics.all().stream()
                .map(Topic::eventType)
                .map(Class::getSimpleName)
                .distinct()
                .forEach(event -> byEvent.put(event, versionsOf(event)));
        return new PublishedSchemas(byEvent);
    }

    /** Names of the events, such as {@code UrgencyDecided}. */
    public List<String> events() {
        return List.copyOf(byEvent.keySet());
    }

    /** The versions of an event's schema, oldest first. */
    public List<Schema> versions(String event) {
        return byEvent.getOrDefault(event, List.of());
    }

    /** All schemas by their 64-bit fingerprint. */
    public Map<Long, Schema> all() {
        return new HashMap<>(byFingerprint);
    }

    @Override
    public Optional<Schema> find(long fingerprint) {
        return Optional.ofNullable(byFingerprint.get(fingerprint));
    }

    private static List<Schema> versionsOf(String event) {
        return IntStream.iterate(1, version -> version + 1)
                .mapToObj(version -> read("/published/%s/v%d.avsc".formatted(event, version)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Schema> read(String resource) {
        try (InputStream in = PublishedSchemas.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
