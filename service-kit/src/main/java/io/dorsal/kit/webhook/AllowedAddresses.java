package io.dorsal.kit.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where webhooks may go. A name says nothing of that: whoever answers for it can have it mean an address within our own
 * network, so that it is the addresses that are judged, when they are connected to.
 */
public final class AllowedAddresses {

    /** Of IPv4, what is not for the public: this network, private ones, the provider's, loopback, link and metadata. */
    private static final List<AddressRange> NOT_PUBLIC = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** Of IPv6, all that is. */
    private static final List<AddressRange> PUBLIC_6 = ranges("2000::/3");

    /** Of that, what leads to IPv4 in a wrapping, or nowhere. */
    private static final List<AddressRange> NOT_PUBLIC_6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final boolean any;
    private final List<AddressRange> more;

    private AllowedAddresses(boolean any, List<AddressRange> more) {
        this.any = any;
        this.more = List.copyOf(more);
    }

    /** Any address: who configures the receivers also keeps the network. */
    public static AllowedAddresses any() {
        return new AllowedAddresses(true, List.of());
    }

    /** Public addresses, and those in the given ranges. */
    public static AllowedAddresses publicAnd(List<AddressRange> more) {
        return new AllowedAddresses(false, more);
    }

    /** True for an address that may be connected to. */
    public boolean allow(InetAddress address) {
        return any || isIn(more, address) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? !isIn(NOT_PUBLIC, address)
                : isIn(PUBLIC_6, address) && !isIn(NOT_PUBLIC_6, address);
    }

    private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }
}
