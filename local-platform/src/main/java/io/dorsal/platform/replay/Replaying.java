package io.dorsal.platform.replay;

import io.dorsal.platform.process.PartFailure;
import io.dorsal.rules.engine.NetworkEngines;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.codec.SchemaLookup;
import io.dorsal.schemas.codec.SchemaLookupException;
import io.dorsal.schemas.registry.SchemaTopicLookup;
import io.dorsal.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Runs the history of both lanes through the active ruleset and a candidate, and writes where they differ. Memory does not
 * grow with the history: what has to be listed is kept on disk.
 */
public final class Replaying {

    private final Map<String, Object> broker;
    private final NetworkEngines active;
    private final NetworkEngines candidate;

    /**
     * @param broker a client's settings for the broker
     */
    public Replaying(Map<String, Object> broker, NetworkEngines active, NetworkEngines candidate) {
        this.broker = Map.copyOf(broker);
        this.active = active;
        this.candidate = candidate;
    }

    /**
     * Replays, and writes the reports into a directory, in the place of those that are there.
     *
     * @throws PartFailure where the history cannot be read, or the reports cannot be written; then those that were there stay
     */
    public Replayed run(Range range, Path directory, ReplayProgress progress) {
        Tally tally = new Tally();
        try (History history =
                        History.open(broker, List.of(Topics.ASSESSMENTS, Topics.ASSESSMENTS_BULK), range.from());
                Lists lists = Lists.below(directory)) {
            progress.begin(history.size());
            history.read(new Comparing(range, active, candidate, schemas(), tally, lists), progress::advanced);
            progress.end();
            lists.finish();
            return write(
                    new Subject(
                            range, active.of(null).ruleset(), candidate.of(null).ruleset()),
                    tally,
                    lists,
                    directory);
        } catch (SchemaLookupException e) {
            throw new PartFailure("the broker does not tell by which schema a record was written", e);
        } catch (UncheckedIOException e) {
            throw notWritable(directory, e);
        }
    }

    private static Replayed write(Subject subject, Tally tally, Lists lists, Path directory) {
        Path markdown = directory.resolve("report.md");
        Path json = directory.resolve("report.json");
        try {
            new MarkdownReport(subject, tally, lists).write(draftOf(markdown));
            new JsonReport(subject, tally, lists).write(draftOf(json));
            Files.move(draftOf(markdown), markdown, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draftOf(json), json, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw notWritable(directory, e);
        }
        return new Replayed(
                tally.comparedCases(),
                tally.changedCases(),
                tally.loweredCases(),
                tally.loweredEmergencies(),
                tally.unreadableRecords(),
                List.of(markdown, json));
    }

    private static Path draftOf(Path report) {
        return report.resolveSibling(report.getFileName() + ".draft");
    }

    private static PartFailure notWritable(Path directory, Exception e) {
        return new PartFailure("the report cannot be written to %s: %s".formatted(directory, e), e);
    }

    private SchemaLookup schemas() {
        return PublishedSchemas.ofAllEvents()
                .orElse(new SchemaTopicLookup(
                        () -> new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer()),
                        Clock.systemUTC()));
    }
}
