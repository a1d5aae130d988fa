package io.dorsal.kit.webhook;

import java.net.InetAddress;

/**
 * Addresses that begin with the same bits, such as {@code 10.20.0.0/16}.
 *
 * @param first one of them
 * @param bits how many leading bits they share
 */
public record AddressRange(InetAddress first, int bits) {

    public AddressRange {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("a range of addresses has no such length: " + bits);
        }
    }

    /**
     * Reads a range as it is usually written; nothing is looked up.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static AddressRange of(String text) {
        String[] parts = text.split("/", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a range of addresses is an address, / and a number of bits: " + text);
        }
        return new AddressRange(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
    }

    /** True for an address within it. */
    public boolean contains(InetAddress address) {
        byte[] one = first.getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
