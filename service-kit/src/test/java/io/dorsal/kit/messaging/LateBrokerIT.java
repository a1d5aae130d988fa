package io.dorsal.kit.messaging;

import static org.apache.kafka.common.acl.AclOperation.ALL;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclPermissionType.ALLOW;
import static org.apache.kafka.common.acl.AclPermissionType.DENY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.PatientReferenced;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.topics.ClusterSize;
import io.dorsal.schemas.topics.TopicCatalogue;
import io.dorsal.schemas.topics.TopicProvisioning;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.PlatformInitializer;
import io.dorsal.testsupport.platform.Repository;
import io.dorsal.testsupport.platform.TcpProxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A service whose broker comes late, and does not let it in at first, needs no restart. */
@ExtendWith(OutputCaptureExtension.class)
class LateBrokerIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final AclBinding EVERYTHING = acl(ALL, ALLOW);
    private static final AclBinding NO_READING = acl(READ, DENY);

    /** The shared broker leaves its address in a system property, which the binder prefers to that of its service. */
    private static final String SHARED_ADDRESS = "spring.kafka.bootstrap-servers";

    private final UUID id = UUID.randomUUID();
    private final Optional<String> sharedAddress = Optional.ofNullable(System.clearProperty(SHARED_ADDRESS));

    @AfterEach
    void restore() {
        sharedAddress.ifPresent(address -> System.setProperty(SHARED_ADDRESS, address));
    }

    @Test
    void itStartsWithoutTheBrokerSendsNothingThenAndReadsOnceItIsLetIn(CapturedOutput output) throws Exception {
        EmbeddedKafkaKraftBroker broker = brokerWithAccessControl();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()));
                TcpProxy proxy = TcpProxy.inFrontOf("localhost", port(broker))) {
            prepare(admin, broker);
            proxy.cut();

            try (ConfigurableApplicationContext service = start(proxy.port())) {
                EventPublisher publisher = service.getBean(EventPublisher.class);
                assertThatThrownBy(() -> publisher.publish(List.of(Outgoing.of(Topics.PATIENTS, id, event()))))
                        .isInstanceOf(TransientFailureException.class)
                        .hasMessageContaining("schemas");

                proxy.restore();
                await().atMost(SOON)
                        .until(() -> output.getOut().contains("authExceptionRetryInterval")
                                || output.getOut().contains("Authentication/Authorization Exception, retrying"));

                admin.deleteAcls(List.of(NO_READING.toFilter())).all().get();
                ListeningIT.Receiver receiver = service.getBean(ListeningIT.Receiver.class);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(receiver.received(id)).isTrue());
                publisher.publish(List.of(Outgoing.of(Topics.PATIENTS, id, event())));
            }
        } finally {
            broker.destroy();
        }
    }

    private static EmbeddedKafkaKraftBroker brokerWithAccessControl() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerListProperty("unused"); // else every service of this JVM would follow it
        broker.brokerProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        broker.brokerProperty("allow.everyone.if.no.acl.found", "true");
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("offsets.topic.num.partitions", "1");
        broker.afterPropertiesSet();
        return broker;
    }

    private static int port(EmbeddedKafkaKraftBroker broker) {
        String address = broker.getBrokersAsString();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private void prepare(Admin admin, EmbeddedKafkaKraftBroker broker) throws Exception {
        new TopicProvisioning(admin)
                .provision(TopicCatalogue.read(Repository.file("deploy/topics.yaml")), new ClusterSize(1, 1));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            byte[] bytes = EventCodec.of(PatientReferenced.class, PublishedSchemas.ofAllEvents())
                    .encode(event());
            producer.send(new ProducerRecord<>(Topics.PATIENTS.name(), id.toString(), bytes))
                    .get();
        }
        admin.createAcls(List.of(EVERYTHING, NO_READING)).all().get();
    }

    private static ConfigurableApplicationContext start(int port) {
        return new SpringApplicationBuilder(ListeningIT.Application.class)
                .initializers(new PlatformInitializer())
                .run(
                        "--spring.config.import=classpath:dorsal-defaults.yaml",
                        "--spring.kafka.bootstrap-servers=localhost:" + port,
                        "--spring.kafka.producer.properties.max.block.ms=1000",
                        "--spring.cloud.function.definition=patients",
                        "--spring.cloud.stream.bindings.patients-in-0.destination=intake.patients.v1",
                        "--spring.cloud.stream.bindings.patients-in-0.group=intake-service",
                        "--spring.cloud.stream.binding-retry-interval=1",
                        "--spring.cloud.stream.kafka.binder.authorization-exception-retry-interval=1s",
                        "--server.port=0",
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                                + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration");
    }

    private PatientReferenced event() {
        return PatientReferenced.newBuilder()
                .setEventId(UUID.randomUUID())
                .setAssessmentId(id)
                .setRevision(1)
                .setClinicId("north")
                .setNetworkId("metro")
                .setPatientReference("p")
                .setReceivedAt(Instant.EPOCH)
                .build();
    }

    private static AclBinding acl(AclOperation operation, AclPermissionType permission) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, Topics.PATIENTS.name(), PatternType.LITERAL),
                new AccessControlEntry("User:ANONYMOUS", "*", operation, permission));
    }
}
