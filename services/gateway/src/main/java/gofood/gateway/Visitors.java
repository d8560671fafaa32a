package gofood.gateway;

import gofood.contracts.UserApi.Role;
import gofood.platform.http.Person;
import gofood.platform.http.Tokens;
import gofood.platform.wire.Refused;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out who is at the door: from which address, and by whose token.
final class Visitors {
    private static final HeaderName FORWARDED_FOR = HeaderNames.X_FORWARDED_FOR;
    private static final HeaderName FORWARDED_PROTO = HeaderNames.X_FORWARDED_PROTO;

    private final Tokens tokens;
    private final Networks proxies;

    Visitors(Tokens tokens, Networks trustedProxies) {
        this.tokens = tokens;
        this.proxies = trustedProxies;
    }

    /// Where a request comes from; nobody is asked for a name yet.
    Visitor arriving(ServerRequest request) {
        var peer = ((InetSocketAddress) request.remotePeer().address()).getAddress();
        var headers = request.headers();
        var direct =
                !headers.contains(FORWARDED_FOR)
                        && !headers.contains(HeaderNames.FORWARDED)
                        && !headers.contains(HeaderNames.VIA);
        if (!proxies.contains(peer))
            return new Visitor(peer, peer.getHostAddress(), request.isSecure(), direct, null);
        var way = way(request);
        var client = peer;
        // the last one that is not a proxy of ours; what stands before it, anyone can have written
        for (int i = way.size() - 1; i >= 0 && proxies.contains(client); i--) client = way.get(i);
        var proto = headers.first(FORWARDED_PROTO).orElse("");
        return new Visitor(
                client,
                client.getHostAddress() + ", " + peer.getHostAddress(),
                request.isSecure() || proto.strip().equalsIgnoreCase("https"),
                direct,
                null);
    }

    private static List<InetAddress> way(ServerRequest request) {
        var way = new ArrayList<InetAddress>();
        for (var value : request.headers().values(FORWARDED_FOR))
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

    /// The person of the token, or null without one.
    ///
    /// @throws Refused 401 for a bad token, 503 when it can't be checked and more than a read is
    ///   wanted; a read goes on, and its service decides
    @Nullable Person person(ServerRequest request) {
        var all = request.headers().values(HeaderNames.AUTHORIZATION);
        if (all.isEmpty()) return null;
        if (all.size() > 1 || !all.getFirst().regionMatches(true, 0, "Bearer ", 0, 7))
            throw new Refused(
                    401, "token_invalid", "Send the token as: Authorization: Bearer <token>.");
        try {
            var person = tokens.verify(all.getFirst().substring(7).strip());
            if (!person.has(Role.SERVICE)) return person;
        } catch (Refused e) {
            if (e.status() == 503 && isRead(request)) return null;
            throw e;
        }
        throw new Refused(
                401, "token_invalid", "Services speak to each other directly, not through here.");
    }

    private static boolean isRead(ServerRequest request) {
        var method = request.prologue().method();
        return method.equals(Method.GET) || method.equals(Method.HEAD);
    }
}
