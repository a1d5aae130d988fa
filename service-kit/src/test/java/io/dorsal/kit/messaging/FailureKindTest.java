package io.dorsal.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.schemas.codec.SchemaLookupException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

class FailureKindTest {

    static Stream<Throwable> whatIsAway() {
        return Stream.of(
                new TransientFailureException("away", new IOException()),
                new SchemaLookupException("away", new IOException()),
                new TimeoutException("broker"),
                new NotEnoughReplicasException("broker"),
                new CannotGetJdbcConnectionException("database", new SQLTransientConnectionException()),
                new CannotCreateTransactionException("database"),
                new DataAccessResourceFailureException("database"),
                new PessimisticLockingFailureException("deadlock"),
                new UncategorizedSQLException("insert", null, new SQLException("read-only standby", "25006")),
                new UncategorizedSQLException("select", null, new SQLException("lock timeout", "55P03")),
                new UncategorizedSQLException("select", null, new SQLException("cancelled by a timeout", "57014")),
                new IllegalStateException("raw", new SQLException("connection broken", "08006")),
                new IllegalStateException("raw", new SQLException("too many connections", "53300")),
                new TransactionTimedOutException("deadline"),
                new QueryTimeoutException("deadline"),
                new CannotAcquireLockException("lock"),
                new IllegalStateException("pool", new SQLTransientConnectionException("no connection to be had")),
                new IllegalStateException("wrapped", new java.util.concurrent.TimeoutException()),
                new IllegalStateException("wrapped", new SocketTimeoutException()));
    }

    @ParameterizedTest
    @MethodSource("whatIsAway")
    void whatIsAwayIsWaitedFor(Throwable failure) {
        assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.TRANSIENT);
    }

    static Stream<Throwable> ourDefects() {
        return Stream.of(
                new NullPointerException(),
                new StackOverflowError(),
                new DuplicateKeyException("a guard is missing"),
                new UncategorizedSQLException("select", null, new SQLException("transaction is aborted", "25P02")),
                new UncategorizedSQLException("insert", null, new SQLException("no such column", "42703")),
                new InvalidTopicException("no topic!"),
                new IllegalStateException("the broker can never take this record", new RecordTooLargeException()));
    }

    @ParameterizedTest
    @MethodSource("ourDefects")
    void aDefectIsABug(Throwable failure) {
        assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.BUG);
    }

    @Test
    void anImpossibleRecordIsPoisonHoweverItIsWrapped() {
        assertThat(FailureKind.of(new RuntimeException(new ImpossibleRecordException("CODE", "impossible"))))
                .isEqualTo(FailureKind.POISON);
    }
}
