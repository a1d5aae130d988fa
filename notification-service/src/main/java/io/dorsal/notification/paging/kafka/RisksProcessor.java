package io.dorsal.notification.paging.kafka;

import io.dorsal.events.ReferralChanged;
import io.dorsal.kit.messaging.BatchProcessor;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.messaging.Received;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.paging.QueueRisk;
import io.dorsal.notification.paging.ReportingQueueRisks;
import java.util.List;

/** Reports the risks of a poll in one transaction. Delivered again, they are found to be told already. */
final class RisksProcessor implements BatchProcessor<ReferralChanged> {

    private final ReportingQueueRisks reporting;
    private final DatabaseWatch watch;

    RisksProcessor(ReportingQueueRisks reporting, DatabaseWatch watch) {
        this.reporting = reporting;
        this.watch = watch;
    }

    @Override
    public List<Outgoing> process(List<Received<ReferralChanged>> batch) {
        List<QueueRisk> risks = batch.stream()
                .map(Received::event)
                .map(event -> new QueueRisk(event.getEventId(), event.getQueue().name(), event.getReferralId()))
                .toList();
        watch.attempt(Thread.currentThread().getName(), () -> reporting.report(risks));
        return List.of();
    }
}
