package io.dorsal.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class BrokerAccessTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void theServicesAndTheOperatorHaveAccessAndNobodyElse() {
        assertThat(BrokerAccess.all())
                .extracting(BrokerAccess::principal)
                .containsExactlyInAnyOrder(
                        "intake-service", "triage-service", "referral-service", "notification-service", "operator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake-service", "triage-service", "referral-service", "notification-service"})
    void aServiceReadsWhatItsBindingsNameInTheirGroupsAndNothingElse(String service) throws IOException {
        Map<String, String> settings = settings(service);
        Set<String> topics = new TreeSet<>(Set.of(Topics.SCHEMAS));
        topics.addAll(valuesOf(settings, ".destination"));

        assertThat(access(service).reads()).containsExactlyInAnyOrderElementsOf(topics);
        assertThat(access(service).groups())
                .containsExactlyInAnyOrderElementsOf(new HashSet<>(valuesOf(settings, ".group")));
    }

    @Test
    void intakeWritesAssessmentsAndReferencesAndWhatItsViewCannotRead() {
        assertWrites("intake-service", Topics.ASSESSMENTS, Topics.ASSESSMENTS_BULK, Topics.PATIENTS);
    }

    @Test
    void triageWritesDecisionsEmergenciesAndDisagreementsAndWhatItCannotDecide() {
        assertWrites("triage-service", Topics.DECISIONS, Topics.DECISIONS_BULK, Topics.EMERGENCIES, Topics.SHADOW);
    }

    @Test
    void referralWritesChangesAndQueuesAndWhatItCannotRefer() {
        assertWrites(
                "referral-service",
                Stream.concat(
                                Stream.of(Topics.REFERRAL_CHANGES, Topics.REFERRAL_RISKS),
                                Topics.all().stream()
                                        .filter(topic -> topic.name().startsWith("referral.queue.")))
                        .toArray(Topic<?>[]::new));
    }

    @Test
    void notificationWritesAlertsAndWhatItCannotTellOf() {
        assertWrites("notification-service", Topics.ALERTS);
    }

    @Test
    void everyTopicButThatOfTheSchemasHasOneWriter() throws IOException {
        assertThat(TopicCatalogue.read(Path.of("../deploy/topics.yaml")).topics())
                .extracting(TopicDefinition::name)
                .allSatisfy(topic -> assertThat(BrokerAccess.all())
                        .filteredOn(access -> access.writes().contains(topic))
                        .hasSize(topic.equals(Topics.SCHEMAS) ? 4 : 1));
    }

    @Test
    void theOperatorReadsAllButWhoThePatientsAreAndWritesNothing() throws IOException {
        BrokerAccess operator = access(BrokerAccess.OPERATOR);

        assertThat(operator.reads())
                .containsExactlyInAnyOrderElementsOf(
                        TopicCatalogue.read(Path.of("../deploy/topics.yaml")).topics().stream()
                                .map(TopicDefinition::name)
                                .filter(name -> !name.contains("patients"))
                                .toList());
        assertThat(operator.writes()).isEmpty();
        assertThat(operator.groups()).isEmpty();
    }

    @Test
    void grantsAreOnNamedResourcesAndOnlyToReadOrWrite() {
        assertThat(BrokerAccess.all())
                .flatExtracting(BrokerAccess::grants)
                .allSatisfy(grant -> {
                    assertThat(grant.pattern().name()).doesNotContain("*");
                    assertThat(grant.entry().operation()).isIn(AclOperation.READ, AclOperation.WRITE);
                })
                .hasSize(BrokerAccess.all().stream()
                        .mapToInt(access -> access.writes().size()
                                + access.reads().size()
                                + access.groups().size())
                        .sum());
    }

    private static void assertWrites(String service, Topic<?>... events) {
        Stream<String> parked = Subscriptions.all().stream()
                .filter(subscription -> Set.of(service, service + "-bulk").contains(subscription.group()))
                .map(Subscription::parkedTopic);
        List<String> expected = Stream.of(Arrays.stream(events).map(Topic::name), parked, Stream.of(Topics.SCHEMAS))
                .flatMap(names -> names)
                .toList();

        assertThat(access(service).writes()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static BrokerAccess access(String principal) {
        return BrokerAccess.all().stream()
                .filter(access -> access.principal().equals(principal))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> valuesOf(Map<String, String> settings, String ending) {
        return settings.entrySet().stream()
                .filter(setting -> setting.getKey().contains("stream.bindings.")
                        && setting.getKey().endsWith(ending))
                .flatMap(setting -> Arrays.stream(setting.getValue().split(",")).map(String::strip))
                .collect(Collectors.toList());
    }

    private static Map<String, String> settings(String service) throws IOException {
        String file = Files.readString(Path.of("..", service, "src/main/resources/application.yaml"));
        Map<String, String> settings = new TreeMap<>();
        flatten("", YAML.readTree(file), settings);
        return settings;
    }

    private static void flatten(String name, JsonNode node, Map<String, String> settings) {
        if (node.isObject()) {
            node.properties().forEach(member -> flatten(name + "." + member.getKey(), member.getValue(), settings));
        } else if (node.isValueNode()) {
            settings.put(name, node.asString(""));
        }
    }
}
