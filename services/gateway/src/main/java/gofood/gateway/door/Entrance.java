package gofood.gateway.door;

import gofood.contracts.UserApi.Role;
import gofood.platform.http.Fields;
import gofood.platform.http.Person;
import gofood.platform.http.Routes;
import gofood.platform.http.Tokens;
import gofood.platform.wire.Refused;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.jspecify.annotations.Nullable;

/// What every request comes through first, whether the gateway answers it itself or passes it on.
public final class Entrance implements Routes.Door {
    private final Browsers browsers;
    private final Tokens tokens;
    private final Networks proxies;
    private final RateLimits limits;

    /// @param proxies whose word about the client is taken
    public Entrance(Browsers browsers, Tokens tokens, Networks proxies, RateLimits limits) {
        this.browsers = browsers;
        this.tokens = tokens;
        this.proxies = proxies;
        this.limits = limits;
    }

    /// The visitor is kept with the request, see [#visitor].
    @Override
    public void enter(ServerRequest request, ServerResponse response) {
        var arriving = Visitor.arriving(request, proxies);
        browsers.tell(request, response, arriving.secure());
        var path = request.prologue().uriPath().rawPath();
        PlainPath.check(path);
        var visitor = identified(arriving, request, path);
        request.context().register(visitor);
        limits.take(visitor, request.prologue().method().text(), path);
    }

    public static Visitor visitor(ServerRequest request) {
        return request.context().get(Visitor.class).orElseThrow();
    }

    /// Whoever shows bad tokens pays for it as an address: checking them costs something.
    private Visitor identified(Visitor arriving, ServerRequest request, String path) {
        try {
            return arriving.as(person(request));
        } catch (Refused e) {
            limits.take(arriving, request.prologue().method().text(), path);
            throw e;
        }
    }

    /// The person of the token, or null without one.
    ///
    /// @throws Refused 401 for a bad token, 503 when it can't be checked and more than a read is
    ///   wanted; a read goes on, and its service decides
    private @Nullable Person person(ServerRequest request) {
        var all = Fields.values(request.headers(), HeaderNames.AUTHORIZATION);
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
