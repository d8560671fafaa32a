package gofood.gateway.door;

import gofood.contracts.UserApi.Role;
import gofood.platform.http.Fields;
import gofood.platform.http.Person;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who stands at the door.
///
/// @param address the client's own, not a trusted proxy's
/// @param forwardedFor what the services are told of where the request comes from
/// @param secure it came by TLS, here or at a trusted proxy
/// @param direct no proxy was in between
/// @param person null without a token
public record Visitor(
        InetAddress address,
        String forwardedFor,
        boolean secure,
        boolean direct,
        @Nullable Person person) {

    /// Where a request comes from; nobody is asked for a name yet.
    static Visitor arriving(ServerRequest request, Networks proxies) {
        var peer = ((InetSocketAddress) request.remotePeer().address()).getAddress();
        var headers = request.headers();
        var direct =
                !headers.contains(HeaderNames.X_FORWARDED_FOR)
                        && !headers.contains(HeaderNames.FORWARDED)
                        && !headers.contains(HeaderNames.VIA);
        if (!proxies.contains(peer))
            return new Visitor(peer, peer.getHostAddress(), request.isSecure(), direct, null);
        var way = way(request);
        var client = peer;
        // the last one that is not a proxy of ours; what stands before it, anyone can have written
        for (int i = way.size() - 1; i >= 0 && proxies.contains(client); i--) client = way.get(i);
        var proto = headers.first(HeaderNames.X_FORWARDED_PROTO).orElse("");
        return new Visitor(
                client,
                // alone: a service that counts by client takes the last one
                client.getHostAddress(),
                request.isSecure() || proto.strip().equalsIgnoreCase("https"),
                direct,
                null);
    }

    private static List<InetAddress> way(ServerRequest request) {
        var way = new ArrayList<InetAddress>();
        for (var value : Fields.values(request.headers(), HeaderNames.X_FORWARDED_FOR))
            for (var part : value.split(",", -1)) {
                try {
                    way.add(InetAddress.ofLiteral(part.strip()));
                } catch (IllegalArgumentException e) {
                    // an obfuscated or made-up name: nothing before it can be believed
                    way.clear();
                }
            }
        return way;
    }

    Visitor as(@Nullable Person who) {
        return new Visitor(address, forwardedFor, secure, direct, who);
    }

    boolean isOperator() {
        return person != null && person.isOperator();
    }

    /// Sees what everybody sees: staff and operators may see more.
    public boolean isPublic() {
        return person == null || !(person.has(Role.STAFF) || person.isTrusted());
    }

    /// Who is meant by "one client": a person when signed in, an address else.
    public String key() {
        return person == null ? addressKey() : "person " + person.id();
    }

    String addressKey() {
        var bytes = address.getAddress();
        // a household has a whole IPv6 network, and one client must not be 2^64
        return bytes.length == 4
                ? address.getHostAddress()
                : "net " + Arrays.toString(Arrays.copyOf(bytes, 8));
    }
}
