package io.dorsal.notification.paging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.kit.messaging.TransientFailureException;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.delivery.FakeTellings;
import io.dorsal.notification.paging.AlertStore;
import io.dorsal.notification.paging.ParkedRecord;
import io.dorsal.notification.paging.Reconciling;
import io.dorsal.notification.paging.ReportingParkedRecords;
import io.dorsal.notification.paging.TakenOffsets;
import io.dorsal.notification.paging.Transactions;
import io.dorsal.notification.paging.Untold;
import io.dorsal.notification.policy.SomePolicies;
import io.dorsal.notification.support.NoMilestones;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.topics.Subscriptions;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.support.GenericMessage;

class ParkedListenerTest {

    private static final String TOPIC = Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic();

    private final List<ParkedRecord> lastResort = new ArrayList<>();
    private final DatabaseWatch watch = new DatabaseWatch(Duration.ofSeconds(10), System::nanoTime);
    private RuntimeException failure = new IllegalStateException("a defect of ours");
    private int transactionsTried;

    @Test
    void ofARecordThatCanNeverBecomeAnAlertTheFallbackContactsAreTold() {
        watch.migrated();

        listener().accept(new GenericMessage<>(List.of(record(5), record(6))));

        assertThat(lastResort).extracting(parked -> parked.position().offset()).containsExactly(5L, 6L);
        assertThat(transactionsTried)
                .as("once together, three times each alone")
                .isEqualTo(7);
    }

    @Test
    void whileTheDatabaseIsAwayNobodyGivesUp() {
        watch.migrated();
        failure = new TransientFailureException("away", new IllegalStateException());

        assertThatThrownBy(() -> listener().accept(new GenericMessage<>(List.of(record(5)))))
                .isInstanceOf(TransientFailureException.class);
        assertThat(lastResort).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> record(long offset) {
        return new ConsumerRecord<>(TOPIC, 0, offset, UUID.randomUUID().toString(), new byte[] {1});
    }

    private ParkedListener listener() {
        AlertStore store = (AlertStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AlertStore.class}, (proxy, method, arguments) -> {
                    throw failure;
                });
        Transactions transactions = new Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                transactionsTried++;
                return work.get();
            }
        };
        ReportingParkedRecords reporting = new ReportingParkedRecords(
                store,
                new Reconciling(new FakeTellings(), store, transactions),
                new Untold(),
                SomePolicies::inTwoSteps,
                Clock.systemUTC());
        return new ParkedListener(
                new ParkedRecordReader(PublishedSchemas.ofAllEvents()),
                reporting,
                watch,
                new TakenOffsets(),
                lastResort::add,
                new NoMilestones());
    }
}
