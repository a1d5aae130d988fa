package io.dorsal.platform.launcher;

import io.dorsal.platform.client.EventJson;
import io.dorsal.platform.client.TopicReader;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.registry.SchemaTopicLookup;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the events of a topic, decoded, a line of JSON each. */
@Command(
        name = "tail",
        description = "Prints the events of a topic as JSON lines: those that are there, then those that come.",
        mixinStandardHelpOptions = true)
final class Tail implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "TOPIC", description = "such as triage.decisions.v1")
    private String topic = "";

    @Option(names = "--new", description = "Leave out those that are there.")
    private boolean onlyNew;

    @Option(names = "--end", description = "End once those that are there are printed.")
    private boolean untilEnd;

    Tail(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, Object> broker = Home.broker();
        try (TopicReader reader = TopicReader.open(broker, topic)) {
            Consumer<ConsumerRecord<String, byte[]>> printing = printing(broker);
            if (onlyNew) {
                reader.skipToEnd();
            }
            if (untilEnd) {
                reader.readToEnd(printing);
                return 0;
            }
            while (!console.out().checkError()) {
                reader.poll(printing);
            }
            return 0;
        }
    }

    private Consumer<ConsumerRecord<String, byte[]>> printing(Map<String, Object> broker) {
        EventJson json = new EventJson(
                topic,
                PublishedSchemas.ofAllEvents()
                        .orElse(new SchemaTopicLookup(
                                () -> new KafkaConsumer<>(
                                        broker, new StringDeserializer(), new ByteArrayDeserializer()),
                                Clock.systemUTC())));
        return record -> console.out().println(json.line(record));
    }
}
