package gofood.gateway;

import gofood.platform.http.Routes;
import gofood.platform.wire.Refused;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// What every request comes through first, whether the gateway answers it itself or passes it on.
final class Entrance implements Routes.Door {
    private final Browsers browsers;
    private final Visitors visitors;
    private final RateLimits limits;

    Entrance(Browsers browsers, Visitors visitors, RateLimits limits) {
        this.browsers = browsers;
        this.visitors = visitors;
        this.limits = limits;
    }

    /// The visitor is kept with the request, see [#visitor].
    @Override
    public void enter(ServerRequest request, ServerResponse response) {
        var arriving = visitors.arriving(request);
        browsers.tell(request, response, arriving.secure());
        var path = request.prologue().uriPath().rawPath();
        PlainPath.check(path);
        var visitor = identified(arriving, request, path);
        request.context().register(visitor);
        limits.take(visitor, request.prologue().method().text(), path);
    }

    /// Whoever shows bad tokens pays for it as an address: checking them costs something.
    private Visitor identified(Visitor arriving, ServerRequest request, String path) {
        try {
            return arriving.as(visitors.person(request));
        } catch (Refused e) {
            limits.take(arriving, request.prologue().method().text(), path);
            throw e;
        }
    }

    static Visitor visitor(ServerRequest request) {
        return request.context().get(Visitor.class).orElseThrow();
    }
}
