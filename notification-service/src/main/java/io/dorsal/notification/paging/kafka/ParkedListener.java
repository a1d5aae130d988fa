package io.dorsal.notification.paging.kafka;

import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.notification.alert.SourcePosition;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.paging.LastResort;
import io.dorsal.notification.paging.Milestones;
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
 * fails, and is repeated without end. A record of which telling fails otherwise is tried again alone; of one that can
 * never be made an alert the fallback contacts are told, and those behind it are read.
 */
final class ParkedListener implements Consumer<Message<List<ConsumerRecord<String, byte[]>>>> {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedListener.class);
    private static final int ATTEMPTS_OF_A_BUG = 3;

    private final ParkedRecordReader reader;
    private final ReportingParkedRecords reporting;
    private final DatabaseWatch watch;
    private final TakenOffsets taken;
    private final LastResort lastResort;
    private final Milestones milestones;

    ParkedListener(
            ParkedRecordReader reader,
            ReportingParkedRecords reporting,
            DatabaseWatch watch,
            TakenOffsets taken,
            LastResort lastResort,
            Milestones milestones) {
        this.reader = reader;
        this.reporting = reporting;
        this.watch = watch;
        this.taken = taken;
        this.lastResort = lastResort;
        this.milestones = milestones;
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
        records.forEach(record -> taken.took(new SourcePosition(record.topic(), record.partition(), record.offset())));
    }

    private void report(List<ParkedRecord> parked) {
        watch.attempt(Thread.currentThread().getName(), () -> reporting.report(parked));
        parked.forEach(milestones::reported);
    }

    private void reportAlone(ParkedRecord parked) {
        for (int attempt = 1; ; attempt++) {
            try {
                report(List.of(parked));
                return;
            } catch (RuntimeException e) {
                if (FailureKind.of(e) == FailureKind.TRANSIENT) {
                    throw e;
                }
                if (attempt == ATTEMPTS_OF_A_BUG) {
                    LOG.error(
                            "No alert could be made of the parked record {}; the fallback contacts are told instead: {}",
                            parked.detail(),
                            FailureTrace.of(e));
                    milestones.notReported(parked);
                    lastResort.tellRegardless(parked);
                    return;
                }
            }
        }
    }
}
