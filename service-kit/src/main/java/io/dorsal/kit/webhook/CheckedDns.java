package io.dorsal.kit.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves a name once, for the connection to be made: what is connected to is what was judged. An address that is not
 * allowed is as good as none.
 */
final class CheckedDns implements DnsResolver {

    private final AllowedAddresses allowed;

    CheckedDns(AllowedAddresses allowed) {
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = Stream.of(SystemDefaultDnsResolver.INSTANCE.resolve(host))
                .filter(allowed::allow)
                .toArray(InetAddress[]::new);
        if (addresses.length == 0) {
            throw new NotAllowedException();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    /** The name means no address to which webhooks may go. */
    static final class NotAllowedException extends UnknownHostException {}
}
