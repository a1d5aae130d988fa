package io.dorsal.kit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTest {

    private static final AllowedAddresses PUBLIC = AllowedAddresses.publicAnd(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "fd00:ec2::254",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::"
            })
    void noWebhookGoesToAnAddressThatIsNotPublic(String address) {
        assertThat(PUBLIC.allow(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "9.255.255.255", "11.0.0.0", "172.15.0.1", "172.32.0.1", "2606:4700::1111"})
    void webhooksGoToPublicAddresses(String address) {
        assertThat(PUBLIC.allow(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void aRangeOfOnesOwnCanBeAllowedWithoutItsNeighbours() {
        AllowedAddresses allowed =
                AllowedAddresses.publicAnd(List.of(AddressRange.of("10.20.0.0/15"), AddressRange.of("::1/128")));

        assertThat(allowed.allow(InetAddress.ofLiteral("10.21.255.255"))).isTrue();
        assertThat(allowed.allow(InetAddress.ofLiteral("10.22.0.0"))).isFalse();
        assertThat(allowed.allow(InetAddress.ofLiteral("10.19.255.255"))).isFalse();
        assertThat(allowed.allow(InetAddress.ofLiteral("::1"))).isTrue();
        assertThat(allowed.allow(InetAddress.ofLiteral("::2"))).isFalse();
        assertThat(allowed.allow(InetAddress.ofLiteral("1.1.1.1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "localhost/8", "10.0.0/8/8"})
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
