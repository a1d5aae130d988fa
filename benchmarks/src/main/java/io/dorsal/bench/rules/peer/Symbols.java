package io.dorsal.bench.rules.peer;

import java.util.stream.IntStream;

/** Numbers held as bits. */
final class Symbols {
    private Symbols() {}

    static IntStream of(int bits) {
        return IntStream.range(0, Integer.SIZE).filter(bit -> (bits >>> bit & 1) == 1);
    }
}
