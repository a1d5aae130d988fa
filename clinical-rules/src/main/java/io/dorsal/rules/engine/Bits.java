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

    static int count(long[] bits) {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    static boolean isSet(long[] bits, int index) {
        return (bits[index / Long.SIZE] >>> index & 1) == 1;
    }

    /** The first below {@code most} that is in both sets and was not before; {@code most} where there is none. */
    static int firstNew(long[] bits, long[] before, long[] among, int most) {
        for (int word = 0; word * Long.SIZE < most; word++) {
            long left = bits[word] & ~before[word] & among[word];
            if (left != 0) {
                return Math.min(most, word * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
        return most;
    }

    /** The first from there on; -1 where there is none. */
    static int next(long[] bits, int from) {
        int word = from / Long.SIZE;
        if (word >= bits.length) {
            return -1;
        }
        long left = bits[word] & -1L << from;
        while (left == 0) {
            if (++word == bits.length) {
                return -1;
            }
            left = bits[word];
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(left);
    }
}
