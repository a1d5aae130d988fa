package io.dorsal.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

    private final TopicCatalogue catalogue;

    TopicCatalogueTest() throws IOException {
        catalogue = TopicCatalogue.read(Path.of("../deploy/topics.yaml"));
    }

    @Test
    void listsExactlyTheTopicsThatTheCodeNames() {
        List<String> named = Stream.of(
                        Topics.all().stream().map(Topic::name),
                        Subscriptions.all().stream().map(Subscription::parkedTopic),
                        Stream.of(Topics.SCHEMAS))
                .flatMap(names -> names)
                .toList();

        assertThat(catalogue.topics()).extracting(TopicDefinition::name).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void everyTopicSurvivesTheLossOfABroker() {
        assertThat(catalogue.topics()).allSatisfy(topic -> {
            assertThat(topic.replication()).isEqualTo((short) 3);
            assertThat(topic.config()).containsEntry("min.insync.replicas", "2");
        });
    }

    @Test
    void aSingleBrokerGetsOneReplicaAndAcceptsWrites() {
        TopicDefinition fitted = catalogue.topics().getFirst().fittedTo(new ClusterSize(1, 6));

        assertThat(fitted.replication()).isEqualTo((short) 1);
        assertThat(fitted.partitions()).isEqualTo(6);
        assertThat(fitted.config()).containsEntry("min.insync.replicas", "1");
    }

    @Test
    void erasedPatientReferencesAreCompactedAwayWithinADay() {
        assertThat(catalogue.topics())
                .filteredOn(topic -> topic.name().equals(Topics.PATIENTS.name()))
                .singleElement()
                .satisfies(topic -> assertThat(topic.config())
                        .containsEntry("cleanup.policy", "compact")
                        .containsEntry("max.compaction.lag.ms", "86400000"));
    }

    @Test
    void whateverATopicTakesFitsItsParkedTopicWithAReason() {
        assertThat(catalogue.topics())
                .allSatisfy(topic -> assertThat(topic.config())
                        .containsEntry("max.message.bytes", topic.name().endsWith(".parked") ? "2097152" : "1048576"));
    }

    @Test
    void parkedPatientReferencesAreGoneAfterThirtyDaysAndOtherParkedRecordsStay() {
        assertThat(catalogue.topics())
                .filteredOn(topic -> topic.name().endsWith(".parked"))
                .allSatisfy(topic -> assertThat(topic.config())
                        .containsEntry(
                                "retention.ms", topic.name().startsWith(Topics.PATIENTS.name()) ? "2592000000" : "-1"));
    }
}
