package gofood.restaurant.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// Which addresses belong to the public internet. Everything else may be a neighbour of ours: a
/// database, a metadata service, somebody's printer. After IANA's registries of special-purpose
/// addresses.
final class PublicAddresses {
    private static final List<Prefix> SPECIAL =
            Stream.of(
                            "0.0.0.0/8", // this network
                            "10.0.0.0/8", // private
                            "100.64.0.0/10", // shared behind a carrier's NAT
                            "127.0.0.0/8", // loopback
                            "169.254.0.0/16", // link-local, and the clouds' metadata
                            "172.16.0.0/12", // private
                            "192.0.0.0/24", // protocol assignments
                            "192.0.2.0/24", // documentation
                            "192.88.99.0/24", // 6to4 relays
                            "192.168.0.0/16", // private
                            "198.18.0.0/15", // benchmarks
                            "198.51.100.0/24", // documentation
                            "203.0.113.0/24", // documentation
                            "224.0.0.0/4", // multicast
                            "240.0.0.0/4", // reserved, and broadcast
                            "2001::/23", // protocol assignments, Teredo
                            "2001:db8::/32", // documentation
                            "2002::/16", // 6to4: an IPv4 address in disguise
                            "3fff::/20") // documentation
                    .map(Prefix::parse)
                    .toList();

    /// The only part of IPv6 that is given out. Outside of it are loopback, link-local and unique
    /// local addresses, multicast, and the IPv4 ones that NAT64 hides.
    private static final Prefix GIVEN_OUT = Prefix.parse("2000::/3");

    private PublicAddresses() {}

    private record Prefix(InetAddress network, int bits) {
        static Prefix parse(String text) {
            var slash = text.indexOf('/');
            return new Prefix(
                    InetAddress.ofLiteral(text.substring(0, slash)),
                    Integer.parseInt(text.substring(slash + 1)));
        }

        boolean contains(InetAddress address) {
            var ours = network.getAddress();
            var theirs = address.getAddress();
            if (ours.length != theirs.length) return false;
            for (int i = 0; i < bits; i++) {
                var mask = 0x80 >> i % 8;
                if ((ours[i / 8] & mask) != (theirs[i / 8] & mask)) return false;
            }
            return true;
        }
    }

    /// An IPv4 address that is written as an IPv6 one (`::ffff:10.0.0.1`) has become IPv4 by now.
    static boolean contains(InetAddress address) {
        if (!(address instanceof Inet4Address) && !GIVEN_OUT.contains(address)) return false;
        return SPECIAL.stream().noneMatch(prefix -> prefix.contains(address));
    }
}
