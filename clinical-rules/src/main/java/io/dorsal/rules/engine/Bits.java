package io.dorsal.rules.engine;

/** A set of small numbers held in an array of longs. */
final class Bits {
    private Bits() {}

    static long[] forSize(int size) {
        return new long[(size + Long.SIZE - 1) / Long.SIZE];
    }

    static void set(long[] bits, int index) {
        bits[index / Long.SIZE] |= 1L << index;
    }

    static void clear(long[] bits, int index) {
        bits[index / Long.SIZE] &= ~(1L << index);
    }

    static boolean isSet(long[] bits, int index) {
        return (bits[index / Long.SIZE] >>> index & 1) == 1;
    }
}
