package gofood.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A service's table of routes, in the order in which they are tried.
public final class Routes {
    /// The largest body that a route takes unless it says otherwise.
    public static final int BODY_LIMIT = 1 << 20;

    private final List<Route> routes = new ArrayList<>();

    /// Answers a request.
    public interface Handler {
        Reply handle(Call call);
    }

    /// Prepares a creation, which [Idempotency] then does once.
    public interface Creator {
        Idempotency.Creation prepare(Call call);
    }

    /// Opens a live stream.
    public interface Streamer {
        Live open(Call call);
    }

    /// What a route does.
    public sealed interface Action {
        record Handle(Handler handler) implements Action {}

        record Create(Creator creator) implements Action {}

        record Stream(Streamer streamer) implements Action {}
    }

    /// @param path `/orders/{order_id}`
    /// @param bodyLimit bytes
    public record Route(String method, String path, Access access, Action action, int bodyLimit) {
        boolean matches(String requested) {
            var pattern = Pattern.quote(path).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
            return requested.matches(pattern);
        }
    }

    public Routes get(String path, Access access, Handler handler) {
        return add("GET", path, access, new Action.Handle(handler));
    }

    public Routes post(String path, Access access, Handler handler) {
        return add("POST", path, access, new Action.Handle(handler));
    }

    public Routes put(String path, Access access, Handler handler) {
        return add("PUT", path, access, new Action.Handle(handler));
    }

    public Routes delete(String path, Access access, Handler handler) {
        return add("DELETE", path, access, new Action.Handle(handler));
    }

    /// A POST that makes something and honours `Idempotency-Key`.
    public Routes create(String path, Access access, Creator creator) {
        return add("POST", path, access, new Action.Create(creator));
    }

    /// A GET that stays open, see [Live].
    public Routes stream(String path, Access access, Streamer streamer) {
        return add("GET", path, access, new Action.Stream(streamer));
    }

    public Routes addAll(Routes others) {
        routes.addAll(others.routes);
        return this;
    }

    /// Gives the route added last another body limit, in bytes.
    public Routes upTo(int bodyLimit) {
        var last = routes.removeLast();
        routes.add(new Route(last.method, last.path, last.access, last.action, bodyLimit));
        return this;
    }

    public List<Route> list() {
        return List.copyOf(routes);
    }

    private Routes add(String method, String path, Access access, Action action) {
        routes.add(new Route(method, path, access, action, BODY_LIMIT));
        return this;
    }
}
