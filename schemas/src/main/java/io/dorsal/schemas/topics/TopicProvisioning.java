package io.dorsal.schemas.topics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics that are missing, and compares those that exist with the catalogue. It refuses to go on where one
 * would move keys or lose acknowledged records, and warns of any other setting that differs; it changes none of them.
 */
public final class TopicProvisioning {

    private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioning.class);

    private final Admin admin;

    public TopicProvisioning(Admin admin) {
        this.admin = admin;
    }

    /**
     * Provisions a catalogue. Running it again changes nothing.
     *
     * @throws IllegalStateException where a topic has another number of partitions, fewer replicas, or fewer of them that
     *     must be in sync; the message names each, and what to do
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
        Map<ConfigResource, Config> configs = admin.describeConfigs(
                        existing.stream().map(TopicProvisioning::resource).toList())
                .all()
                .get();
        List<TopicMismatch> mismatches = existing.stream()
                .filter(topic -> found.containsKey(topic.name()))
                .flatMap(topic ->
                        TopicMismatch.between(topic, found.get(topic.name()), configs.get(resource(topic))).stream())
                .toList();
        mismatches.stream()
                .filter(mismatch -> !mismatch.forbidden())
                .forEach(mismatch -> LOG.warn("A topic differs from deploy/topics.yaml: {}", mismatch.text()));
        String forbidden = mismatches.stream()
                .filter(TopicMismatch::forbidden)
                .map(TopicMismatch::text)
                .collect(Collectors.joining("; "));
        if (!forbidden.isEmpty()) {
            throw new IllegalStateException(forbidden);
        }
    }

    private static ConfigResource resource(TopicDefinition topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }
}
