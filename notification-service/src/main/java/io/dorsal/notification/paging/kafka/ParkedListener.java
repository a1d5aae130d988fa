package io.dorsal.notification.paging.kafka;

import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.notification.alert.SourcePosition;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.paging.ParkedRecord;
import io.dorsal.notification.paging.ReportingParkedRecords;
import io.dorsal.notification.paging.TakenOffsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Follows every parked topic and has a human told of each record.
 *
 * <p>On return, all records of the poll are told of, and their offsets are committed. While the database is away the poll
 * fails, and is repeated without end. A record of which telling fails otherwise is tried again alone; one that can never
 * be told of is logged as an error and left where it is parked, so that it does not hide those behind it.
 */
final class ParkedListener implements Consumer<Message<List<ConsumerRecord<String, byte[]>>>> {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedListener.class);
    private static final int ATTEMPTS_OF_A_BUG = 3;

    private final ParkedRecordReader reader;
    private final ReportingParkedRecords reporting;
    private final DatabaseWatch watch;
    private final TakenOffsets taken;

    ParkedListener(
            ParkedRecordReader reader, ReportingParkedRecords reporting, DatabaseWatch watch, TakenOffsets taken) {
        this.reader = reader;
        this.reporting = reporting;
        this.watch = watch;
        this.taken = taken;
    }

    @Override
    public void accept(Message<List<ConsumerRecord<String, byte[]>>> poll) {
        List<ConsumerRecord<String, byte[]>> records = poll.getPayload();
        List<ParkedRecord> parked = records.stream().map(reader::read).toList();
        try {
            report(parked);
        } catch (RuntimeException e) {
            if (FailureKind.of(e) == FailureKind.TRANSIENT) {
                throw e;
            }
            LOG.warn(
                    "Telling of {} parked records failed, each is told of alone now: {}",
                    parked.size(),
                    FailureTrace.of(e));
            parked.forEach(this::reportAlone);
        }
        watch.took(waitingReader());
        records.forEach(record -> taken.took(new SourcePosition(record.topic(), record.partition(), record.offset())));
    }

    private void report(List<ParkedRecord> parked) {
        try {
            watch.requireMigrated();
            reporting.report(parked);
        } catch (RuntimeException e) {
            if (FailureKind.of(e) == FailureKind.TRANSIENT) {
                watch.waits(waitingReader());
            }
            throw e;
        }
    }

    private void reportAlone(ParkedRecord parked) {
        for (int attempt = 1; attempt <= ATTEMPTS_OF_A_BUG; attempt++) {
            try {
                report(List.of(parked));
                return;
            } catch (RuntimeException e) {
                if (FailureKind.of(e) == FailureKind.TRANSIENT) {
                    throw e;
                }
                LOG.error("Nobody could be told of the parked record {}: {}", parked.detail(), FailureTrace.of(e));
            }
        }
    }

    private static String waitingReader() {
        return Thread.currentThread().getName();
    }
}
