package io.dorsal.kit.messaging;

import io.dorsal.schemas.codec.SchemaLookupException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** What kind of failure an exception is; the kind decides whether to wait, to park, or to retry a little. */
public enum FailureKind {
    /** Something we depend on is away. The record is fine: wait, without limit. */
    TRANSIENT,
    /** The record itself can never be processed. Park it at once. */
    POISON,
    /** A defect of ours. Retry that record alone a few times, then park it. */
    BUG;

    private static final List<Class<? extends Throwable>> TRANSIENT_TYPES = List.of(
            TransientFailureException.class,
            SchemaLookupException.class,
            TransientDataAccessException.class,
            DataAccessResourceFailureException.class,
            RecoverableDataAccessException.class,
            CannotCreateTransactionException.class,
            TransactionSystemException.class,
            TransactionTimedOutException.class,
            TimeoutException.class,
            SQLTransientException.class,
            SQLRecoverableException.class,
            SQLNonTransientConnectionException.class,
            KafkaException.class,
            IOException.class,
            InterruptedException.class);

    /**
     * What Spring may have no name for, of PostgreSQL: a read-only standby after a failover, a transaction ended for being
     * idle or long, a lock not to be had, and a server that does not let us in yet.
     */
    private static final Set<String> TRANSIENT_SQL_STATES =
            Set.of("25006", "25P03", "25P04", "55P03", "28000", "28P01", "3D000");

    /** Whole classes of states: connection, serialisation and deadlock, resources, an operator's or a timeout's hand. */
    private static final Set<String> TRANSIENT_SQL_CLASSES = Set.of("08", "40", "53", "57");

    /** What the broker says of a record that it will never take, whenever it is sent. */
    private static final Set<Class<? extends Throwable>> OUR_OWN_DOING = Set.of(
            RecordTooLargeException.class,
            RecordBatchTooLargeException.class,
            InvalidRecordException.class,
            InvalidTimestampException.class,
            InvalidTopicException.class,
            SerializationException.class);

    /** Judges an exception by itself and its causes. */
    public static FailureKind of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ImpossibleRecordException) {
                return POISON;
            }
            if (OUR_OWN_DOING.contains(cause.getClass())) {
                return BUG;
            }
            if (isTransient(cause)) {
                return TRANSIENT;
            }
        }
        return BUG;
    }

    private static boolean isTransient(Throwable cause) {
        return TRANSIENT_TYPES.stream().anyMatch(type -> type.isInstance(cause))
                || (cause instanceof SQLException refused
                        && refused.getSQLState() != null
                        && isTransient(refused.getSQLState()));
    }

    private static boolean isTransient(String sqlState) {
        return TRANSIENT_SQL_STATES.contains(sqlState)
                || (sqlState.length() == 5 && TRANSIENT_SQL_CLASSES.contains(sqlState.substring(0, 2)));
    }
}
