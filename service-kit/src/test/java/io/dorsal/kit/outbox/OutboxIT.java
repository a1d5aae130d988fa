package io.dorsal.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.PatientReferenced;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.security.AccessRules;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.PlatformInitializer;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:dorsal-defaults.yaml",
            "spring.cloud.function.definition=",
            "spring.flyway.locations=classpath:db/outbox",
            "dorsal.outbox.enabled=true"
        })
@ContextConfiguration(initializers = PlatformInitializer.class)
class OutboxIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TopicClient topics = new TopicClient();
    private final UUID id = UUID.randomUUID();

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void eventsOfOneKeyLeaveInTheirOrderAndTheOutboxIsEmptyAgain() {
        List<Integer> revisions = IntStream.rangeClosed(1, 50).boxed().toList();

        revisions.forEach(
                revision -> transactions.executeWithoutResult(status -> outbox.append(List.of(event(revision)))));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topics.events(Topics.PATIENTS, id))
                        .extracting(PatientReferenced::getRevision)
                        .containsExactlyElementsOf(revisions));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(jdbc.queryForObject("select count(*) from outbox", Long.class))
                        .isZero());
    }

    @Test
    void whatIsRolledBackNeverLeaves() {
        transactions.executeWithoutResult(status -> {
            outbox.append(List.of(event(1)));
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> outbox.append(List.of(event(2))));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topics.events(Topics.PATIENTS, id))
                        .extracting(PatientReferenced::getRevision)
                        .containsExactly(2));
    }

    @Test
    void outsideATransactionNothingIsTaken() {
        assertThatThrownBy(() -> outbox.append(List.of(event(1)))).isInstanceOf(IllegalStateException.class);
    }

    private Outgoing event(int revision) {
        return Outgoing.of(
                Topics.PATIENTS,
                id,
                PatientReferenced.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setAssessmentId(id)
                        .setRevision(revision)
                        .setClinicId("north")
                        .setNetworkId("metro")
                        .setPatientReference("p")
                        .setReceivedAt(Instant.EPOCH)
                        .build());
    }

    @SpringBootApplication
    static class Application {

        @Bean
        AccessRules accessRules() {
            return requests -> {};
        }
    }
}
