package io.dorsal.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.schemas.topics.BrokerAccess;
import io.dorsal.schemas.topics.ProvisionAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** What a cluster that asks who one is runs before the services start. The broker here takes everybody for a super user. */
@ExtendWith(OutputCaptureExtension.class)
class ProvisionAccessIT {

    private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 1);

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        BROKER.brokerListProperty("unused"); // else every service of this JVM would follow it
        BROKER.brokerProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        BROKER.brokerProperty("super.users", "User:ANONYMOUS");
        BROKER.afterPropertiesSet();
    }

    @AfterAll
    static void stop() {
        BROKER.destroy();
    }

    @BeforeEach
    void passwords() throws IOException {
        for (BrokerAccess access : BrokerAccess.all()) {
            write(access.principal(), "secret-of-" + access.principal() + "\n");
        }
    }

    @Test
    void everyPrincipalHasAPasswordAndExactlyItsAccess() throws Exception {
        assertThat(provision()).isZero();

        await().untilAsserted(() -> assertThat(grants()).containsAll(wanted()));
        try (Admin admin = admin()) {
            assertThat(admin.describeUserScramCredentials().users().get())
                    .contains(
                            "intake-service", "triage-service", "referral-service", "notification-service", "operator");
        }
    }

    @Test
    void excessIsTakenBackAndWhatOthersMayDoIsLeftAlone() throws Exception {
        AclBinding excess = acl("User:triage-service", "intake.patients.v1");
        AclBinding ofOthers = acl("User:specialists", "referral.queue.oncology.v1");
        try (Admin admin = admin()) {
            admin.createAcls(List.of(excess, ofOthers)).all().get();
        }
        await().until(() -> grants().contains(excess));

        assertThat(provision()).isZero();

        await().untilAsserted(() ->
                assertThat(grants()).doesNotContain(excess).contains(ofOthers).containsAll(wanted()));
    }

    @Test
    void runAgainItChangesNothing(CapturedOutput output) throws Exception {
        assertThat(provision()).isZero();
        await().until(() -> grants().containsAll(wanted()));

        assertThat(provision()).isZero();
        assertThat(output).contains("Access: 0 granted, 0 taken back, " + wanted().size() + " left as they were");
    }

    @Test
    void noPasswordIsEverLogged(CapturedOutput output) throws Exception {
        assertThat(provision()).isZero();

        assertThat(output).doesNotContain("secret-of-");
    }

    @Test
    void itFailsAndNamesTheFileWhereAPasswordIsMissing(CapturedOutput output) throws Exception {
        Files.delete(directory.resolve("triage-service"));

        assertThat(provision()).isEqualTo(1);
        assertThat(output).contains("The access could not be provisioned").contains(directory + "/triage-service");
    }

    @Test
    void itFailsWhereAPasswordWouldNotArriveAsItIs(CapturedOutput output) throws Exception {
        for (String unusable : List.of("", "with space", "quo\"te", "back\\slash", "dol${l}ar", "ümlaut")) {
            write("triage-service", unusable);

            assertThat(provision()).isEqualTo(1);
        }
        assertThat(output).contains("triage-service has no usable password");
    }

    @Test
    void itFailsWhereNoBrokerAnswers(CapturedOutput output) throws Exception {
        assertThat(ProvisionAccess.run(client("localhost:1"), directory.toString()))
                .isEqualTo(1);
        assertThat(output).contains("The access could not be provisioned");
    }

    @Test
    void itSaysHowItIsUsed(CapturedOutput output) {
        assertThat(ProvisionAccess.run("client.properties")).isEqualTo(2);
        assertThat(output).contains("usage:");
    }

    private int provision() throws IOException {
        return ProvisionAccess.run(client(BROKER.getBrokersAsString()), directory.toString());
    }

    private static Set<AclBinding> wanted() {
        Set<AclBinding> wanted = new HashSet<>();
        BrokerAccess.all().forEach(access -> wanted.addAll(access.grants()));
        return wanted;
    }

    private static Collection<AclBinding> grants() throws Exception {
        try (Admin admin = admin()) {
            return admin.describeAcls(AclBindingFilter.ANY).values().get();
        }
    }

    private static AclBinding acl(String user, String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry(user, "*", AclOperation.READ, AclPermissionType.ALLOW));
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", BROKER.getBrokersAsString()));
    }

    private String client(String bootstrapServers) throws IOException {
        return write("client.properties", """
                bootstrap.servers=%s
                request.timeout.ms=2000
                default.api.timeout.ms=4000
                """.formatted(bootstrapServers));
    }

    private String write(String file, String text) throws IOException {
        return Files.writeString(directory.resolve(file), text).toString();
    }
}
