package io.dorsal.rules.clauses;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells while rules are being entered, by column and row. */
final class Sheet {
    private final List<Column> columns;
    private final int words;
    private final long[] @Nullable [] @Nullable [] cells;

    Sheet(List<Column> columns, int words) {
        this.columns = columns;
        this.words = words;
        this.cells = new long[columns.size()][][];
    }

    void add(int rule, Slots slots) {
        slots.ruledIn().forEach((column, rows) -> {
            BitSet others = (BitSet) rows.clone();
            others.flip(0, columns.get(column).rows());
            enter(0, rule, column, others);
        });
        for (int slot = 0; slot < slots.slots().size(); slot++) {
            int part = 1 + slot;
            slots.slots().get(slot).alternatives().forEach((column, rows) -> enter(part, rule, column, rows));
        }
    }

    private void enter(int part, int rule, int column, BitSet rows) {
        long[][] entered = cells[column];
        if (entered == null) {
            entered = new long[columns.get(column).rows()][Cells.PARTS * words];
            cells[column] = entered;
        }
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            entered[row][part * words + rule / Long.SIZE] |= 1L << rule;
        }
    }

    /** By row; null where no rule looks at the column. */
    long[] @Nullable [] cells(int column) {
        return cells[column];
    }
}
