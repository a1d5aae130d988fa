package io.dorsal.bench.report;

import java.util.List;
import java.util.Locale;

/** What came of a benchmark. */
public record Report(String machine, List<Row> rows) {
    public Report {
        rows = List.copyOf(rows);
    }

    /** Whether some bar was missed in every round. */
    public boolean fallsShort() {
        return rows.stream().anyMatch(row -> row.holds() == Row.Holds.FALSE);
    }

    /** A table for people. */
    public String text() {
        int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(machine).append("\n\n");
        text.append(("%-" + width + "s  %12s  %12s  %22s  %6s  %s%n")
                .formatted("", "value", "baseline", "ratio (all rounds)", "bar", "holds"));
        for (Row row : rows) {
            text.append(line(row, width));
        }
        return text.toString();
    }

    private static String line(Row row, int width) {
        Interval ratio = row.ratio();
        return String.format(
                Locale.ROOT,
                "%-" + width + "s  %,12.0f  %,12.0f  %8s (%s-%s)  %6s  %s%n",
                row.name(),
                row.value(),
                row.baseline(),
                digits(ratio.median()),
                digits(ratio.lowest()),
                digits(ratio.highest()),
                row.bar() == null ? "" : digits(row.bar()),
                row.bar() == null ? "" : row.holds().name().toLowerCase(Locale.ROOT));
    }

    private static String digits(double number) {
        return number >= 100
                ? String.format(Locale.ROOT, "%.0f", number)
                : number >= 10
                        ? String.format(Locale.ROOT, "%.1f", number)
                        : String.format(Locale.ROOT, "%.2f", number);
    }
}
