package gofood.restaurant.webhook;

import io.helidon.webclient.api.DnsAddressLookup;
import io.helidon.webclient.spi.DnsResolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;

/// Looks up the names that strangers give us, once for each connection, and hands out only
/// addresses that were checked. The connection goes to exactly that address: a name that changes
/// its mind between check and use (DNS rebinding) is never asked again.
final class CheckedNames implements DnsResolver {
    private final Names names;
    private final Predicate<InetAddress> allowed;

    /// A source of addresses: the system's, or one that a test plays.
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /// The name is unknown, or leads where we don't go.
    static final class NoAddress extends RuntimeException {
        NoAddress(String why) {
            super(why, null, false, false);
        }
    }

    CheckedNames(Names names, Predicate<InetAddress> allowed) {
        this.names = names;
        this.allowed = allowed;
    }

    /// One bad address among several refuses all: a public name has no business in our network.
    @Override
    public InetAddress resolveAddress(String host, DnsAddressLookup lookup) {
        var name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            var found = names.of(name);
            for (var address : found) {
                if (!allowed.test(address))
                    throw new NoAddress("The name leads to an address that we do not call.");
            }
            // bears the name, by which TLS then asks for and checks the certificate
            return InetAddress.getByAddress(name, found[0].getAddress());
        } catch (UnknownHostException e) {
            throw new NoAddress("The name of the receiver is not known.");
        }
    }
}
