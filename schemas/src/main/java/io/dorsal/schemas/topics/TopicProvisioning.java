package io.dorsal.schemas.topics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing, and refuses to go on where one that exists has another number of partitions. */
public final class TopicProvisioning {

    private final Admin admin;

    public TopicProvisioning(Admin admin) {
        this.admin = admin;
    }

    /**
     * Provisions a catalogue. Running it again changes nothing.
     *
     * @throws IllegalStateException where a topic has another number of partitions: keys would move
     * @throws ExecutionException where the cluster refuses or cannot be reached
     */
    public void provision(TopicCatalogue catalogue, ClusterSize size) throws ExecutionException, InterruptedException {
        List<TopicDefinition> wanted =
                catalogue.topics().stream().map(topic -> topic.fittedTo(size)).toList();
        Set<String> present = admin.listTopics().names().get();
        create(wanted.stream().filter(topic -> !present.contains(topic.name())).toList());
        verify(wanted.stream().filter(topic -> present.contains(topic.name())).toList());
    }

    private void create(List<TopicDefinition> missing) throws ExecutionException, InterruptedException {
        Map<String, KafkaFuture<Void>> created = admin.createTopics(
                        missing.stream().map(TopicDefinition::toNewTopic).toList())
                .values();
        for (KafkaFuture<Void> future : created.values()) {
            try {
                future.get();
            } catch (ExecutionException e) {
                // Another provisioner was first; that is what we wanted too.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private void verify(List<TopicDefinition> existing) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> found = admin.describeTopics(
                        existing.stream().map(TopicDefinition::name).toList())
                .allTopicNames()
                .get();
        String wrong = existing.stream()
                .filter(topic -> partitionsOf(found, topic) != topic.partitions())
                .map(topic -> "%s has %d partitions instead of %d"
                        .formatted(topic.name(), partitionsOf(found, topic), topic.partitions()))
                .collect(Collectors.joining("; "));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(wrong + ". A keyed topic cannot grow: move its records to a new version.");
        }
    }

    private static int partitionsOf(Map<String, TopicDescription> found, TopicDefinition topic) {
        TopicDescription description = found.get(topic.name());
        return description == null ? 0 : description.partitions().size();
    }
}
