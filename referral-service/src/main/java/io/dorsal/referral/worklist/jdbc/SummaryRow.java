package io.dorsal.referral.worklist.jdbc;

import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.referral.worklist.QueueSummary;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds up the counts of a queue, which come by state and urgency. */
record SummaryRow(Queue queue, StateName state, Urgency urgency, int waiting, Instant oldest, int breaches) {

    static SummaryRow read(ResultSet row, int index) throws SQLException {
        return new SummaryRow(
                Queue.valueOf(row.getString("queue")),
                StateName.valueOf(row.getString("state")),
                Urgency.valueOf(row.getString("urgency")),
                row.getInt("waiting"),
                row.getObject("oldest", OffsetDateTime.class).toInstant(),
                row.getInt("breaches"));
    }

    static List<QueueSummary> summaries(List<SummaryRow> rows) {
        Map<Queue, List<SummaryRow>> byQueue = rows.stream()
                .collect(Collectors.groupingBy(
                        SummaryRow::queue, () -> new EnumMap<>(Queue.class), Collectors.toList()));
        return byQueue.entrySet().stream()
                .map(entry -> summary(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static QueueSummary summary(Queue queue, List<SummaryRow> rows) {
        return new QueueSummary(
                queue,
                counts(rows, SummaryRow::state),
                counts(rows, SummaryRow::urgency),
                Collections.min(rows.stream().map(SummaryRow::oldest).toList()),
                rows.stream().mapToInt(SummaryRow::breaches).sum());
    }

    private static <K> Map<K, Integer> counts(List<SummaryRow> rows, Function<SummaryRow, K> by) {
        return rows.stream().collect(Collectors.groupingBy(by, Collectors.summingInt(SummaryRow::waiting)));
    }
}
