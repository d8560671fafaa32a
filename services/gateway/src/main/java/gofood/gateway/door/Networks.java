package gofood.gateway.door;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Addresses and networks, such as `127.0.0.1, ::1, 10.0.0.0/8`.
public record Networks(List<Network> list) {
    public Networks {
        list = List.copyOf(list);
    }

    /// @param bits how many leading bits an address shares with the network
    public record Network(byte[] address, int bits) {
        boolean contains(byte[] other) {
            if (other.length != address.length) return false;
            for (int bit = 0; bit < bits; bit++)
                if (((address[bit / 8] ^ other[bit / 8]) & (0x80 >> bit % 8)) != 0) return false;
            return true;
        }
    }

    /// @throws IllegalStateException for what is not an address; names are not looked up
    public static Networks parse(String list) {
        return new Networks(
                Arrays.stream(list.split(",", -1))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(Networks::network)
                        .toList());
    }

    private static Network network(String text) {
        var slash = text.indexOf('/');
        try {
            var address =
                    InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash)).getAddress();
            var most = address.length * 8;
            var bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > most) throw new IllegalArgumentException(text);
            return new Network(address, bits);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    text + " is not an address or network such as 10.0.0.0/8.", e);
        }
    }

    boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        return list.stream().anyMatch(network -> network.contains(bytes));
    }
}
