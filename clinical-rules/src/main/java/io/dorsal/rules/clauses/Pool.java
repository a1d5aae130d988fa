package io.dorsal.rules.clauses;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds equal cells once, the empty one at the beginning. */
final class Pool {
    private final Map<LongBuffer, Integer> places = new HashMap<>();
    private final List<long[]> cells = new ArrayList<>();
    private final int size;

    Pool(int size) {
        this.size = size;
        place(new long[size]);
    }

    /** Where the cell begins. */
    int place(long[] cell) {
        return places.computeIfAbsent(LongBuffer.wrap(cell), _ -> {
            cells.add(cell);
            return (cells.size() - 1) * size;
        });
    }

    long[] values() {
        return cells.stream().flatMapToLong(Arrays::stream).toArray();
    }
}
